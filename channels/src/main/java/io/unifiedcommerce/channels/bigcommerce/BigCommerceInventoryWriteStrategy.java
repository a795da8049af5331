package io.unifiedcommerce.channels.bigcommerce;

import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.channel.write.Writer;

/**
 * Writes the units on hand, from which BigCommerce takes its own safety stock. A write is applied some time after it was
 * accepted, which is when it is reported as applied.
 *
 * <p>SET is idempotent. DELTA is not: after an unknown outcome it is never tried again but reported as unknown, and a worker
 * that dies between a write and the commit of its offset applies it twice. CAS is a reading followed by a write, so a sale
 * between the two is overwritten.
 */
public final class BigCommerceInventoryWriteStrategy implements WriteStrategy<StockCommand> {
    @Override
    public String name() {
        return "bigcommerce-inventory";
    }

    @Override
    public Class<StockCommand> commandType() {
        return StockCommand.class;
    }

    @Override
    public Writer<StockCommand> open(WriteContext context) {
        return new BigCommerceInventoryWriter(context.client());
    }
}
