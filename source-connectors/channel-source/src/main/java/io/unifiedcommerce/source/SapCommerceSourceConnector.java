package io.unifiedcommerce.source;

/** Reads SAP Commerce Cloud: orders, consignments, payments, refunds, products, stock levels, customers and warehouses. */
public final class SapCommerceSourceConnector extends ChannelSourceConnector {
    public SapCommerceSourceConnector() {
        super("sap-commerce");
    }
}
