package io.unifiedcommerce.channels.salesforcecommerce;

import io.unifiedcommerce.channel.hook.BulkJob;

/** Reads all of Omnichannel Inventory by its exports; the last line of the file is where the feed of changes goes on. */
public final class SalesforceInventoryExportJob implements BulkJob {
    @Override
    public String name() {
        return "salesforce-inventory-export";
    }

    @Override
    public Run open(Order order) {
        return new InventorySnapshot(order.client());
    }
}
