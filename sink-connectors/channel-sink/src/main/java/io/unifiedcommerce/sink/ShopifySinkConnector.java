package io.unifiedcommerce.sink;

/** {@link ChannelSinkConnector} for Shopify. */
public final class ShopifySinkConnector extends ChannelSinkConnector {
    public ShopifySinkConnector() {
        super("shopify");
    }
}
