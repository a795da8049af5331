package io.unifiedcommerce.channels.sapcommerce;

import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.channel.write.Writer;

/**
 * Writes what lies in a warehouse so that the store shows the target: {@code available} becomes the target plus what orders
 * have reserved. Reservations themselves are the platform's. One that is made between the reading and the writing lowers what
 * is shown, as it should.
 *
 * <p>SET and CAS are idempotent. CAS is a reading followed by a write, so a count between the two is overwritten. DELTA does
 * not exist: the platform only takes whole numbers.
 */
public final class SapCommerceInventoryWriteStrategy implements WriteStrategy<StockCommand> {
    @Override
    public String name() {
        return "sap-commerce-inventory";
    }

    @Override
    public Class<StockCommand> commandType() {
        return StockCommand.class;
    }

    @Override
    public Writer<StockCommand> open(WriteContext context) {
        return new SapCommerceInventoryWriter(context.client());
    }
}
