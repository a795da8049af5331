package io.unifiedcommerce.quickstart.scenario;

/**
 * What has been played so far.
 *
 * @param invoices sales and returns of the retailer's data
 * @param orders sales of which at least one line was accepted
 * @param lines accepted lines
 * @param refused lines that were out of stock
 * @param returns lines that came back
 * @param shipped online orders handed to a carrier
 * @param cancelled online orders given up
 */
public record Played(long invoices, long orders, long lines, long refused, long returns, long shipped, long cancelled) {

    static final Played NOTHING = new Played(0, 0, 0, 0, 0, 0, 0);

    /** Everything that a channel has to tell the others. */
    public long happenings() {
        return orders + returns + shipped + cancelled;
    }

    Played and(Played more) {
        return new Played(
                invoices + more.invoices,
                orders + more.orders,
                lines + more.lines,
                refused + more.refused,
                returns + more.returns,
                shipped + more.shipped,
                cancelled + more.cancelled);
    }
}
