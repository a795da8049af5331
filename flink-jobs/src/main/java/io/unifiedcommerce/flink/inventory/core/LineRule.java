package io.unifiedcommerce.flink.inventory.core;

/**
 * What one order line takes from the number an authority counted. The whole of the rule "a line is counted once":
 * whatever the count already contains of the line's story is left out, whatever it does not is subtracted.
 *
 * <p>Times are compared inside one authority's clock. A time from another clock is moved by the clock tolerance to the
 * side that offers less stock: a shipment later (not yet out of the count), a cancellation earlier (already back in it).
 */
final class LineRule {

    private final long tolerance;

    LineRule(long tolerance) {
        this.tolerance = tolerance;
    }

    /** Units the line takes (negative) or gives back (positive) at {@code location}, given its count. */
    long effect(Line line, StockLocation location, Anchor anchor) {
        long slack = slack(line, location);
        Stairs here = line.shippedFrom(location.id());
        long shipped = here.by(anchor.asOf() - slack);
        if (!line.location().equals(location.id())) {
            return shipped - here.total();
        }
        Stairs gone = line.cancelled().plus(line.shippedElsewhere());
        if (anchor.measured() == Measured.ON_HAND) {
            return -Math.max(0, line.quantity() - gone.total() - shipped);
        }
        long back = Math.min(line.quantity(), gone.total());
        return knownAt(line, location, here) <= anchor.asOf()
                ? Math.max(0, back - gone.by(anchor.asOf() + slack))
                : back - line.quantity();
    }

    /** Units of the line still to be delivered from {@code location}. */
    static long committed(Line line, StockLocation location) {
        return line.location().equals(location.id()) ? line.open() : 0;
    }

    /** True when no later count can change the line's effect at {@code location}, which is zero. */
    boolean isSettled(Line line, StockLocation location, Anchor anchor) {
        return anchor != null
                && line.open() == 0
                && line.last() <= anchor.asOf() - slack(line, location)
                && effect(line, location, anchor) == 0;
    }

    /**
     * The authority's own sale is known from the start; another channel's since the authority said so, at the latest
     * since it let goods of the order leave.
     */
    private long knownAt(Line line, StockLocation location, Stairs shippedHere) {
        if (isOwn(line, location)) {
            return line.placedAt();
        }
        return shippedHere.steps().isEmpty()
                ? line.knownAt()
                : Math.min(line.knownAt(), shippedHere.first() + tolerance);
    }

    private long slack(Line line, StockLocation location) {
        return isOwn(line, location) ? 0 : tolerance;
    }

    private static boolean isOwn(Line line, StockLocation location) {
        return line.channel().equals(location.authority());
    }
}
