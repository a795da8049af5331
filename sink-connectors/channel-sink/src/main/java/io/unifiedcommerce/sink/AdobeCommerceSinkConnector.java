package io.unifiedcommerce.sink;

/** {@link ChannelSinkConnector} for Adobe Commerce and Magento Open Source. */
public final class AdobeCommerceSinkConnector extends ChannelSinkConnector {
    public AdobeCommerceSinkConnector() {
        super("adobe-commerce");
    }
}
