package io.unifiedcommerce.flink.inventory.core;

/**
 * Stock of one location, all terms of the formula: on hand = available + committed + reserved + safety stock.
 *
 * @param available units free to sell; negative when more is sold than there is
 * @param anchorAsOf moment of the count it starts from; null for a bundle, which is not counted
 */
record LocationStock(long available, long committed, long reserved, long safetyStock, Long anchorAsOf) {

    long onHand() {
        return available + committed + reserved + safetyStock;
    }
}
