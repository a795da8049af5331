package io.unifiedcommerce.sink;

/** {@link ChannelSinkConnector} for Lightspeed Retail X-Series. */
public final class LightspeedXSinkConnector extends ChannelSinkConnector {
    public LightspeedXSinkConnector() {
        super("lightspeed-x");
    }
}
