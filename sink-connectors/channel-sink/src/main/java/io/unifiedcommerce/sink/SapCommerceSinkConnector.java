package io.unifiedcommerce.sink;

/** {@link ChannelSinkConnector} for SAP Commerce Cloud. */
public final class SapCommerceSinkConnector extends ChannelSinkConnector {
    public SapCommerceSinkConnector() {
        super("sap-commerce");
    }
}
