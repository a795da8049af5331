package io.unifiedcommerce.source;

/** Reads Oracle Retail Merchandising from the Retail Data Store: stock levels, items and locations. */
public final class OracleRetailSourceConnector extends ChannelSourceConnector {
    public OracleRetailSourceConnector() {
        super("oracle-retail");
    }
}
