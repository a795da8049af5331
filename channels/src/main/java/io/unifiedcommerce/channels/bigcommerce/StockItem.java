package io.unifiedcommerce.channels.bigcommerce;

import io.unifiedcommerce.channel.manifest.WriteSpec;
import io.unifiedcommerce.channel.write.StockCommand;
import java.util.Map;

/**
 * A command with what BigCommerce calls its place and item.
 *
 * @param productId set where BigCommerce tracks the stock of the product, not of its variant; else null
 */
record StockItem(StockCommand command, long locationId, Long productId) {

    StockItem trackedByProduct(long id) {
        return new StockItem(command, locationId, id);
    }

    /** The item in an adjustment's body: units on hand, or units to add. */
    Map<String, Object> json() {
        long quantity = command.mode() == WriteSpec.Mode.DELTA ? command.delta() : command.target();
        return productId == null
                ? Map.of("location_id", locationId, "sku", command.sku(), "quantity", quantity)
                : Map.of("location_id", locationId, "product_id", productId, "quantity", quantity);
    }

    /** How BigCommerce names the item when it refuses it. */
    String label() {
        return productId == null ? "sku " + command.sku() : "product_id " + productId;
    }
}
