package io.unifiedcommerce.flink.inventory.core;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything kept of one order: its newest version, and what was sent and given back of it. */
public final class OrderState {

    /** Channel instance; empty until the order itself has come. */
    String channel = "";

    /** Version of the order; empty until it has come. */
    String version = "";

    /** Revision of the lines sent out last. */
    long revision;

    /** When something last happened to the order, in the clock of the book. */
    long touchedAt;

    final SortedMap<String, BookLine> lines = new TreeMap<>();
    final SortedMap<String, OrderFact.GoodsSent> sent = new TreeMap<>();
    final SortedMap<String, OrderFact.GoodsRefunded> refunded = new TreeMap<>();

    /**
     * A line as the versions of its order tell it.
     *
     * @param isPresent false if the newest version of the order has no such line
     * @param cancelled units cancelled, as the newest version says
     * @param fulfilled units that left, as the newest version says
     * @param cancelledBy since when at least so many units were cancelled, as any version says
     * @param fulfilledBy since when at least so many units had left, as any version says
     * @param parts parts of the bundle it sells, fixed when the line was first seen
     */
    record BookLine(
            String sku,
            String location,
            boolean isPresent,
            long quantity,
            long placedAt,
            long updatedAt,
            boolean mirrored,
            long cancelled,
            long fulfilled,
            Stairs cancelledBy,
            Stairs fulfilledBy,
            List<Fact.Part> parts) {

        BookLine {
            parts = List.copyOf(parts);
        }

        static BookLine of(OrderFact.OrderTaken order, OrderFact.Ordered line, List<Fact.Part> parts) {
            return new BookLine(
                    line.sku(),
                    line.location(),
                    true,
                    line.quantity(),
                    order.placedAt(),
                    order.updatedAt(),
                    line.mirrored(),
                    line.cancelled(),
                    line.fulfilled(),
                    Stairs.of(order.cancelledAt(), line.cancelled()),
                    Stairs.of(order.updatedAt(), line.fulfilled()),
                    parts);
        }

        /** This line, with what another version of the order knows of its past. */
        BookLine knowing(BookLine other) {
            return new BookLine(
                    sku,
                    location,
                    isPresent,
                    quantity,
                    placedAt,
                    updatedAt,
                    mirrored,
                    cancelled,
                    fulfilled,
                    cancelledBy.max(other.cancelledBy),
                    fulfilledBy.max(other.fulfilledBy),
                    parts);
        }

        BookLine withParts(List<Fact.Part> known) {
            return new BookLine(
                    sku,
                    location,
                    isPresent,
                    quantity,
                    placedAt,
                    updatedAt,
                    mirrored,
                    cancelled,
                    fulfilled,
                    cancelledBy,
                    fulfilledBy,
                    known);
        }

        /** The order has no such line since {@code at}. */
        BookLine removed(long at) {
            return new BookLine(sku, location, false, 0, placedAt, at, mirrored, 0, 0, cancelledBy, fulfilledBy, parts);
        }
    }
}
