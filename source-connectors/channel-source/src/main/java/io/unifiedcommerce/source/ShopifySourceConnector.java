package io.unifiedcommerce.source;

/** Reads a Shopify store: orders with payments, refunds and fulfilments, products, stock levels, customers and locations. */
public final class ShopifySourceConnector extends ChannelSourceConnector {
    public ShopifySourceConnector() {
        super("shopify");
    }
}
