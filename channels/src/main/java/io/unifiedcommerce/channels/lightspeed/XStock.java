package io.unifiedcommerce.channels.lightspeed;

import io.unifiedcommerce.channel.write.StockCommand;

/**
 * A command with what X-Series calls its item.
 *
 * @param units to add, negative to take away; of a level that is set, unused
 */
record XStock(StockCommand command, String productId, long units) {

    String outletId() {
        return command.locationId();
    }
}
