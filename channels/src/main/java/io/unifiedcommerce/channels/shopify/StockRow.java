package io.unifiedcommerce.channels.shopify;

import io.unifiedcommerce.channel.write.StockCommand;

/**
 * A command with what Shopify calls its item and location.
 *
 * @param attempt how many idempotency keys were used up before
 * @param activated whether the item was activated at the location on behalf of this row
 */
record StockRow(StockCommand command, String itemId, String locationId, int attempt, boolean activated) {

    StockRow withNewKey() {
        return new StockRow(command, itemId, locationId, attempt + 1, activated);
    }

    StockRow afterActivation() {
        return new StockRow(command, itemId, locationId, attempt + 1, true);
    }

    StockRow withItem(String id) {
        return new StockRow(command, id, locationId, attempt + 1, activated);
    }
}
