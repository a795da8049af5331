package io.unifiedcommerce.source;

/** Reads a Lightspeed X-Series store: sales, returns, payments, fulfilments, products, stock levels, customers, outlets. */
public final class LightspeedXSourceConnector extends ChannelSourceConnector {
    public LightspeedXSourceConnector() {
        super("lightspeed-x");
    }
}
