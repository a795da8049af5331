package io.unifiedcommerce.source;

/** Reads a Cegid Retail Y2 site: sale documents with returns, deliveries and payments, available quantities, and customers. */
public final class CegidY2SourceConnector extends ChannelSourceConnector {
    public CegidY2SourceConnector() {
        super("cegid-y2");
    }
}
