package io.unifiedcommerce.sink;

/** {@link ChannelSinkConnector} for Salesforce B2C Commerce. */
public final class SalesforceCommerceSinkConnector extends ChannelSinkConnector {
    public SalesforceCommerceSinkConnector() {
        super("salesforce-commerce");
    }
}
