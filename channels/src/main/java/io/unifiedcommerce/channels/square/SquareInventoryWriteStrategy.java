package io.unifiedcommerce.channels.square;

import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.channel.write.Writer;

/**
 * Writes units in the state IN_STOCK, which is what can be sold.
 *
 * <p>DELTA is a movement with an idempotency key of its own, made of the push id: however often it is given, it counts once.
 * SET is a count. Square orders changes by the time at which they happened, so a sale after the count is taken off it even when
 * Square hears of it first. There is no CAS: Square compares nothing.
 */
public final class SquareInventoryWriteStrategy implements WriteStrategy<StockCommand> {
    @Override
    public String name() {
        return "square-inventory";
    }

    @Override
    public Class<StockCommand> commandType() {
        return StockCommand.class;
    }

    @Override
    public Writer<StockCommand> open(WriteContext context) {
        return new SquareInventoryWriter(context);
    }
}
