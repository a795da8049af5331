package io.unifiedcommerce.source;

/** Reads a BigCommerce store: orders with payments and fulfilments, refunds, products, stock levels, customers, locations. */
public final class BigCommerceSourceConnector extends ChannelSourceConnector {
    public BigCommerceSourceConnector() {
        super("bigcommerce");
    }
}
