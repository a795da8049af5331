package io.unifiedcommerce.sink;

/** {@link ChannelSinkConnector} for Cegid Retail Y2. */
public final class CegidY2SinkConnector extends ChannelSinkConnector {
    public CegidY2SinkConnector() {
        super("cegid-y2");
    }
}
