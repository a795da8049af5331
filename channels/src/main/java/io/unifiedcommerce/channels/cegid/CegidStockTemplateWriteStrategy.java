package io.unifiedcommerce.channels.cegid;

import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.channel.write.Writer;

/**
 * Sets stock by the SOAP envelope that a tenant supplies, for Y2 has no known call for it. A level that is set again after an
 * unknown outcome is the same level.
 */
public final class CegidStockTemplateWriteStrategy implements WriteStrategy<StockCommand> {
    @Override
    public String name() {
        return "cegid-stock-template";
    }

    @Override
    public Class<StockCommand> commandType() {
        return StockCommand.class;
    }

    @Override
    public Writer<StockCommand> open(WriteContext context) {
        return new CegidStockTemplateWriter(context);
    }
}
