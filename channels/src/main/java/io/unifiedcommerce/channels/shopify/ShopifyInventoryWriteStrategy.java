package io.unifiedcommerce.channels.shopify;

import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.channel.write.Writer;

/**
 * Writes the {@code available} quantity, which is what Shopify sells from. Each way of writing is idempotent for 24 hours,
 * however commands are batched the second time.
 */
public final class ShopifyInventoryWriteStrategy implements WriteStrategy<StockCommand> {
    @Override
    public String name() {
        return "shopify-inventory";
    }

    @Override
    public Class<StockCommand> commandType() {
        return StockCommand.class;
    }

    @Override
    public Writer<StockCommand> open(WriteContext context) {
        return new ShopifyInventoryWriter(context);
    }
}
