package io.unifiedcommerce.sink;

/** {@link ChannelSinkConnector} for Square. */
public final class SquareSinkConnector extends ChannelSinkConnector {
    public SquareSinkConnector() {
        super("square");
    }
}
