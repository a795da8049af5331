package io.unifiedcommerce.flink.inventory.core;

/** Running sums of one location, so that a new fact costs no walk over the old ones. */
final class Shelf {

    /** Null until the authority counted the location: a missing count is not zero. */
    Anchor anchor;

    /** Sum of the lines' effects on the anchor. */
    long lines;

    /** Units of all lines still to be delivered from here. */
    long committed;

    /** Units of active reservations. */
    long reserved;

    /** Sum of the movements after the anchor. */
    long moved;

    /** What lines and movements after the anchor did that are too old to be kept one by one. */
    long folded;

    /** Moment of the newest fact in {@link #folded}. */
    long foldedUntil = Long.MIN_VALUE;

    LocationStock stock(long safetyStock) {
        return anchor == null
                ? null
                : new LocationStock(
                        anchor.quantity() + lines + moved + folded - reserved - safetyStock,
                        committed,
                        reserved,
                        safetyStock,
                        anchor.asOf());
    }

    void fold(long units, long at) {
        folded += units;
        foldedUntil = Math.max(foldedUntil, at);
    }
}
