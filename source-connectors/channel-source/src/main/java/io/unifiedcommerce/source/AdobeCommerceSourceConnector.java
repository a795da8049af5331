package io.unifiedcommerce.source;

/**
 * Reads an Adobe Commerce or Magento Open Source shop: orders, shipments, invoices, credit memos, products, stock levels of each
 * source, customers, locations.
 */
public final class AdobeCommerceSourceConnector extends ChannelSourceConnector {
    public AdobeCommerceSourceConnector() {
        super("adobe-commerce");
    }
}
