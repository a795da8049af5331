package io.unifiedcommerce.source;

/** Reads a site of Salesforce B2C Commerce: orders with payments and shipments, products, stock, customers, locations. */
public final class SalesforceCommerceSourceConnector extends ChannelSourceConnector {
    public SalesforceCommerceSourceConnector() {
        super("salesforce-commerce");
    }
}
