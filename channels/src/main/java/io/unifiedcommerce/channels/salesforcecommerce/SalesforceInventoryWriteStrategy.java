package io.unifiedcommerce.channels.salesforcecommerce;

import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.channel.write.Writer;

/**
 * Writes to Omnichannel Inventory where its tenant group is configured, for native records are copies then, and to native
 * inventory lists otherwise. SET is idempotent in both. CAS is a reading followed by a write, so what comes in between is not
 * noticed.
 */
public final class SalesforceInventoryWriteStrategy implements WriteStrategy<StockCommand> {
    private static final String TENANT_GROUP = "salesforce.oci.tenant.group.id";

    @Override
    public String name() {
        return "salesforce-commerce-inventory";
    }

    @Override
    public Class<StockCommand> commandType() {
        return StockCommand.class;
    }

    @Override
    public Writer<StockCommand> open(WriteContext context) {
        boolean omnichannel = !context.options().getOrDefault(TENANT_GROUP, "").isEmpty();
        return new SalesforceInventoryWriter(
                omnichannel
                        ? new OmnichannelStock(context.client(), context.clock())
                        : new NativeStock(context.client()));
    }
}
