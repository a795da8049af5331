package io.unifiedcommerce.flink.inventory.core;

import io.unifiedcommerce.flink.inventory.core.OrderState.BookLine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an order means for stock: a function of all that is known of it, not of how it became known. */
final class OrderLines {

    /** Where a fact belongs: {@code id} is the key of a line or the id of a return. */
    record Place(String sku, String id) {}

    private OrderLines() {}

    /** Facts by place, with revision and version 0 where the order has none of its own. */
    static Map<Place, Fact> of(OrderState state) {
        Map<Place, Fact> facts = new LinkedHashMap<>();
        state.lines.forEach((key, line) -> {
            Line whole = whole(state, key, line);
            facts.put(new Place(line.sku(), key), new Fact.LineChanged(key, whole));
            for (Fact.Part part : line.parts()) {
                facts.put(new Place(part.sku(), key), new Fact.LineChanged(key, part(whole, part.quantity())));
            }
        });
        state.refunded.values().forEach(refund -> addReturns(state, refund, facts));
        return facts;
    }

    /** The fact as it is told: a later revision replaces an earlier one. */
    static Fact revised(Fact fact, long revision) {
        return fact instanceof Fact.LineChanged change
                ? new Fact.LineChanged(change.key(), change.line().revised(revision))
                : fact;
    }

    /** The order no longer says so. */
    static Fact withdrawn(Fact fact, long revision) {
        if (fact instanceof Fact.LineChanged change) {
            return new Fact.LineChanged(change.key(), change.line().withdrawn(revision));
        }
        Fact.StockMoved moved = (Fact.StockMoved) fact;
        // A character above all others: the withdrawal is newer than the version it withdraws.
        return new Fact.StockMoved(
                moved.id(), moved.version() + '\uffff', moved.origin(), moved.location(), 0, moved.at(), false);
    }

    private static void addReturns(OrderState state, OrderFact.GoodsRefunded refund, Map<Place, Fact> facts) {
        for (OrderFact.Refunded back : refund.lines()) {
            BookLine line = state.lines.get(back.line());
            if (!back.isReturn() || line == null) {
                continue;
            }
            String location = back.location() == null ? line.location() : back.location();
            boolean mirrored = back.mirrored() && line.mirrored();
            facts.put(
                    new Place(line.sku(), back.id()),
                    returned(state, refund, back, location, back.quantity(), mirrored));
            for (Fact.Part part : line.parts()) {
                facts.put(
                        new Place(part.sku(), back.id()),
                        returned(state, refund, back, location, back.quantity() * part.quantity(), false));
            }
        }
    }

    private static Fact returned(
            OrderState state,
            OrderFact.GoodsRefunded refund,
            OrderFact.Refunded back,
            String location,
            long quantity,
            boolean mirrored) {
        return new Fact.StockMoved(
                back.id(), refund.version(), state.channel, location, quantity, refund.at(), mirrored);
    }

    private static Line whole(OrderState state, String key, BookLine line) {
        SortedMap<String, Stairs> shipped = new TreeMap<>();
        for (OrderFact.GoodsSent sent : state.sent.values()) {
            long units = sent.hasLeft() ? units(sent, key) : 0;
            if (units > 0) {
                String from = sent.location() == null ? line.location() : sent.location();
                shipped.merge(from, Stairs.of(sent.at(), units), Stairs::plus);
            }
        }
        // The order counts what left, too: the same units, told twice.
        long elsewhere = shipped.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(line.location()))
                .mapToLong(entry -> entry.getValue().total())
                .sum();
        Stairs counted = line.fulfilledBy().limit(line.fulfilled()).less(elsewhere);
        if (counted.total() > 0) {
            shipped.merge(line.location(), counted, Stairs::max);
        }
        return new Line(
                0,
                state.channel,
                line.location(),
                line.quantity(),
                line.placedAt(),
                line.updatedAt(),
                line.mirrored(),
                line.isPresent()
                        ? line.cancelledBy().limit(line.cancelled()).max(cancelledByRefunds(state, key))
                        : Stairs.NONE,
                shipped.entrySet().stream()
                        .map(entry -> new Line.Shipped(entry.getKey(), entry.getValue()))
                        .toList(),
                Line.UNKNOWN);
    }

    private static long units(OrderFact.GoodsSent sent, String line) {
        return sent.lines().stream()
                .filter(units -> units.line().equals(line))
                .mapToLong(OrderFact.Units::quantity)
                .sum();
    }

    private static Stairs cancelledByRefunds(OrderState state, String line) {
        Stairs cancelled = Stairs.NONE;
        for (OrderFact.GoodsRefunded refund : state.refunded.values()) {
            for (OrderFact.Refunded back : refund.lines()) {
                if (!back.isReturn() && back.line().equals(line)) {
                    cancelled = cancelled.plus(Stairs.of(refund.at(), back.quantity()));
                }
            }
        }
        return cancelled;
    }

    /** The channel shows the bundle, not its parts. */
    private static Line part(Line whole, long perBundle) {
        return new Line(
                whole.revision(),
                whole.channel(),
                whole.location(),
                whole.quantity() * perBundle,
                whole.placedAt(),
                whole.updatedAt(),
                false,
                whole.cancelled().times(perBundle),
                whole.shipped().stream()
                        .map(part ->
                                new Line.Shipped(part.location(), part.units().times(perBundle)))
                        .toList(),
                whole.knownAt());
    }
}
