package io.unifiedcommerce.flink.inventory.core;

import java.util.Map;
import java.util.TreeMap;

/**
 * Stock of one SKU at every location that counts it: the authority's newest count, and every fact which that count does
 * not contain. A function of the set of facts; the order and the number of times they arrive do not matter.
 */
final class CountedStock {

    private final LedgerConfig config;
    private final LineRule rule;
    private final Map<String, Shelf> shelves;
    private final LineStore lines;
    private final FactStore<Movement> movements;
    private final FactStore<Reservation> reservations;

    CountedStock(LedgerConfig config, LedgerState state) {
        this.config = config;
        this.rule = new LineRule(config.timing().clockTolerance());
        this.shelves = state.sheet().shelves;
        this.lines = new LineStore(state.lines(), state.settledLines());
        this.movements = state.movements();
        this.reservations = state.reservations();
    }

    /** Stock by location; locations without a count are left out. */
    Map<String, LocationStock> byLocation() {
        Map<String, LocationStock> stock = new TreeMap<>();
        shelves.forEach((id, shelf) -> config.location(id).ifPresent(location -> {
            LocationStock there = shelf.stock(location.safetyStock());
            if (there != null) {
                stock.put(id, there);
            }
        }));
        return stock;
    }

    /** Ignores a count that is older than the newest one, or than facts that are no longer kept one by one. */
    void count(Fact.StockCounted count) {
        Anchor anchor = new Anchor(count.asOf(), count.seq(), count.id(), count.quantity(), count.measured());
        StockLocation location = config.location(count.location()).orElse(null);
        Shelf shelf = shelf(count.location());
        if (location == null || !anchor.isNewerThan(shelf.anchor) || anchor.asOf() < shelf.foldedUntil) {
            return;
        }
        shelf.anchor = anchor;
        shelf.folded = 0;
        dropMovementsInside(count.location(), anchor);
        recountLines(location, shelf);
    }

    /**
     * @return by how many units the movement differs from what was known of it; all of it when it is new
     */
    long move(Fact.StockMoved fact, long now) {
        Movement old = movements.get(fact.id());
        if (old != null && fact.version().compareTo(old.version()) <= 0) {
            return 0;
        }
        Movement movement = new Movement(fact.version(), fact.location(), fact.quantity(), safeTime(fact));
        Shelf shelf = shelf(fact.location());
        if (old == null && movement.at() <= shelf.foldedUntil && isPastRetention(movement.at(), now)) {
            return 0;
        }
        if (old != null) {
            shelf(old.location()).moved -= old.quantity();
            movements.remove(fact.id());
        }
        if (shelf.anchor == null || movement.at() > shelf.anchor.asOf()) {
            movements.put(fact.id(), movement);
            shelf.moved += movement.quantity();
        }
        return fact.quantity() - (old == null ? 0 : old.quantity());
    }

    void reserve(Fact.StockReserved fact, long now) {
        Reservation old = reservations.get(fact.id());
        if (old != null && fact.version().compareTo(old.version()) <= 0) {
            return;
        }
        boolean active = fact.active() && fact.expiresAt() > now;
        Reservation reservation = new Reservation(
                fact.version(), fact.location(), fact.quantity(), active, active ? fact.expiresAt() : now);
        if (old != null) {
            shelf(old.location()).reserved -= old.units();
        }
        shelf(fact.location()).reserved += reservation.units();
        reservations.put(fact.id(), reservation);
    }

    /**
     * Ends the reservations whose time is over.
     *
     * @return when the next one ends; {@link Line#UNKNOWN} when none does
     */
    long expireReservations(long now) {
        long[] next = {Line.UNKNOWN};
        reservations.replaceAll((id, reservation) -> {
            if (!reservation.active()) {
                return reservation;
            }
            if (reservation.until() > now) {
                next[0] = Math.min(next[0], reservation.until());
                return reservation;
            }
            shelf(reservation.location()).reserved -= reservation.units();
            return new Reservation(reservation.version(), reservation.location(), reservation.quantity(), false, now);
        });
        return next[0];
    }

    /** @param old the line as it was; null when it is new */
    void lineChanged(String key, Line old, Line line) {
        if (old != null) {
            add(old, -1);
        }
        add(line, 1);
        lines.put(key, line, isSettled(line));
    }

    /** True when there is nothing that a sweep could forget. */
    boolean isEmpty() {
        return lines.isEmpty() && movements.isEmpty() && reservations.isEmpty();
    }

    LineStore lines() {
        return lines;
    }

    /**
     * Forgets what is older than the retention: settled lines, ended reservations. What still changes the stock is
     * folded into one number per location.
     */
    void sweep(long now) {
        lines.sweep(
                (key, line) -> line.open() == 0 && isPastRetention(line.last(), now),
                line -> line.locations().forEach(id -> fold(id, line)));
        movements.replaceAll((id, movement) -> {
            if (!isPastRetention(movement.at(), now)) {
                return movement;
            }
            Shelf shelf = shelf(movement.location());
            shelf.moved -= movement.quantity();
            if (shelf.anchor != null) {
                shelf.fold(movement.quantity(), movement.at());
            }
            return null;
        });
        reservations.replaceAll((id, reservation) ->
                reservation.active() || !isPastRetention(reservation.until(), now) ? reservation : null);
    }

    boolean isPastRetention(long at, long now) {
        return at < now - config.timing().retention();
    }

    /** A return may be booked by the authority a little earlier than the other clock says, a loss a little later. */
    private long safeTime(Fact.StockMoved fact) {
        boolean own = config.location(fact.location())
                .map(location -> location.authority().equals(fact.origin()))
                .orElse(true);
        long tolerance = config.timing().clockTolerance();
        return own ? fact.at() : fact.quantity() > 0 ? fact.at() - tolerance : fact.at() + tolerance;
    }

    private void dropMovementsInside(String location, Anchor anchor) {
        Shelf shelf = shelf(location);
        movements.replaceAll((id, movement) -> {
            if (!movement.location().equals(location) || movement.at() > anchor.asOf()) {
                return movement;
            }
            shelf.moved -= movement.quantity();
            return null;
        });
    }

    private void recountLines(StockLocation location, Shelf shelf) {
        shelf.lines = 0;
        lines.forEachLive((key, line) -> {
            if (line.locations().contains(location.id())) {
                shelf.lines += rule.effect(line, location, shelf.anchor);
            }
            return isSettled(line);
        });
    }

    private void add(Line line, int sign) {
        for (String id : line.locations()) {
            StockLocation location = config.location(id).orElse(null);
            if (location != null) {
                Shelf shelf = shelf(id);
                shelf.lines += sign * effect(line, location, shelf);
                shelf.committed += sign * LineRule.committed(line, location);
            }
        }
    }

    private void fold(String id, Line line) {
        config.location(id).ifPresent(location -> {
            Shelf shelf = shelf(id);
            long effect = effect(line, location, shelf);
            shelf.lines -= effect;
            shelf.fold(effect, line.last() + config.timing().clockTolerance());
        });
    }

    private long effect(Line line, StockLocation location, Shelf shelf) {
        return shelf.anchor == null ? 0 : rule.effect(line, location, shelf.anchor);
    }

    private boolean isSettled(Line line) {
        return line.locations().stream()
                .allMatch(id -> config.location(id)
                        .map(location -> rule.isSettled(line, location, shelf(id).anchor))
                        .orElse(true));
    }

    private Shelf shelf(String location) {
        return shelves.computeIfAbsent(location, id -> new Shelf());
    }
}
