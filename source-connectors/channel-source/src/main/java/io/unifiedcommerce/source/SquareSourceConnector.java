package io.unifiedcommerce.source;

/** Reads a Square seller: orders with fulfilments, payments, refunds, catalogue, stock and its movements, customers, locations. */
public final class SquareSourceConnector extends ChannelSourceConnector {
    public SquareSourceConnector() {
        super("square");
    }
}
