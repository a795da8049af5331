package io.unifiedcommerce.flink.inventory.core;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything known about one order line, as far as stock is concerned. All times in milliseconds since 1970, in the
 * clock of {@code channel} unless said otherwise.
 *
 * @param revision grows with each change; the newest wins
 * @param channel channel instance the line was ordered on
 * @param location location it is charged to
 * @param quantity units ordered
 * @param mirrored true when ordering it lowered the figure that {@code channel} shows
 * @param cancelled units that will not be delivered
 * @param shipped units that left, by the location they left from
 * @param knownAt since when the authority of the location knows the order, in the authority's clock;
 *     {@link #UNKNOWN} when nobody said
 */
public record Line(
        long revision,
        String channel,
        String location,
        long quantity,
        long placedAt,
        long updatedAt,
        boolean mirrored,
        Stairs cancelled,
        List<Shipped> shipped,
        long knownAt) {

    /** Not yet, and nobody knows when: later than any count. */
    public static final long UNKNOWN = Long.MAX_VALUE;

    /** Units that left {@code location}. */
    public record Shipped(String location, Stairs units) {}

    public Line {
        shipped = List.copyOf(shipped);
    }

    /** A line of which only is known that its authority knows it. */
    static Line heardOf(String channel, long knownAt) {
        return new Line(0, channel, "", 0, UNKNOWN, Long.MIN_VALUE, false, Stairs.NONE, List.of(), knownAt);
    }

    Line knownAt(long at) {
        return at >= knownAt
                ? this
                : new Line(
                        revision, channel, location, quantity, placedAt, updatedAt, mirrored, cancelled, shipped, at);
    }

    Line revised(long newest) {
        return new Line(
                newest, channel, location, quantity, placedAt, updatedAt, mirrored, cancelled, shipped, knownAt);
    }

    /** The order has no such line any more. */
    Line withdrawn(long newest) {
        return new Line(newest, channel, location, 0, placedAt, updatedAt, mirrored, Stairs.NONE, List.of(), knownAt);
    }

    Stairs shippedFrom(String from) {
        for (Shipped part : shipped) {
            if (part.location().equals(from)) {
                return part.units();
            }
        }
        return Stairs.NONE;
    }

    Stairs shippedElsewhere() {
        Stairs elsewhere = Stairs.NONE;
        for (Shipped part : shipped) {
            if (!part.location().equals(location)) {
                elsewhere = elsewhere.plus(part.units());
            }
        }
        return elsewhere;
    }

    /** Units still to be delivered. */
    long open() {
        long gone = cancelled.total();
        for (Shipped part : shipped) {
            gone += part.units().total();
        }
        return Math.max(0, quantity - gone);
    }

    /** Every location whose stock the line touches. */
    List<String> locations() {
        if (shipped.isEmpty()) {
            return List.of(location);
        }
        List<String> touched = new ArrayList<>(1 + shipped.size());
        touched.add(location);
        for (Shipped part : shipped) {
            if (!part.location().equals(location)) {
                touched.add(part.location());
            }
        }
        return touched;
    }

    /** When the last thing happened to the line that stock cares about. */
    long last() {
        long last = Math.max(placedAt == UNKNOWN ? Long.MIN_VALUE : placedAt, cancelled.last());
        for (Shipped part : shipped) {
            last = Math.max(last, part.units().last());
        }
        return last;
    }
}
