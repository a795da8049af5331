package io.unifiedcommerce.sink;

/** {@link ChannelSinkConnector} for BigCommerce. */
public final class BigCommerceSinkConnector extends ChannelSinkConnector {
    public BigCommerceSinkConnector() {
        super("bigcommerce");
    }
}
