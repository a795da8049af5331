package io.unifiedcommerce.channels.lightspeed;

import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.channel.write.Writer;

/**
 * Writes the level of a product at an outlet of X-Series.
 *
 * <p>SET writes the number, one product in a request, and is idempotent. DELTA and CAS write adjustments, many in a request, so that
 * a sale in between is never overwritten; CAS reads the level before, and again when it is tried again. A DELTA has no
 * idempotency key: after an unknown outcome it is reported as unknown and not sent again.
 */
public final class LightspeedXInventoryWriteStrategy implements WriteStrategy<StockCommand> {
    @Override
    public String name() {
        return "lightspeed-x-inventory";
    }

    @Override
    public Class<StockCommand> commandType() {
        return StockCommand.class;
    }

    @Override
    public Writer<StockCommand> open(WriteContext context) {
        return new LightspeedXInventoryWriter(context);
    }
}
