package io.unifiedcommerce.tck.fake.square;

import io.unifiedcommerce.tck.fake.shop.Level;
import io.unifiedcommerce.tck.fake.shop.ShopChange;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Every movement of stock, by the time at which it happened: what a count of the past is completed by. */
final class StockLedger {
    private static final String STOCK = "IN_STOCK";

    private final List<Movement> movements = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong(500_000);
    private final Clock clock;
    // Set while an API call changes the shop's stock, under the shop's lock.
    private Told told;

    /** What an API call says of its change. */
    record Told(Instant occurred, String from, String to, String reference, boolean count) {}

    /**
     * Units that came to or left a location.
     *
     * @param told null for what happened at the till
     */
    record Movement(
            long id,
            long variantId,
            long locationId,
            long delta,
            Instant occurred,
            Instant created,
            boolean sold,
            Told told) {
        String from() {
            return told != null ? told.from() : delta >= 0 ? sold ? "RETURNED_BY_CUSTOMER" : "NONE" : STOCK;
        }

        String to() {
            return told != null ? told.to() : delta >= 0 ? STOCK : sold ? "SOLD" : "WASTE";
        }
    }

    StockLedger(Clock clock) {
        this.clock = clock;
    }

    void accept(ShopChange change) {
        if (change instanceof ShopChange.StockChanged event && event.delta() != 0) {
            Level level = event.level();
            Instant now = clock.instant();
            movements.add(new Movement(
                    ids.incrementAndGet(),
                    event.variant().id(),
                    level.locationId(),
                    event.delta(),
                    told == null ? now : told.occurred(),
                    now,
                    event.sold(),
                    told));
        }
    }

    /** Runs a change that an API call tells of. */
    void telling(Told what, Runnable change) {
        told = what;
        try {
            change.run();
        } finally {
            told = null;
        }
    }

    /** Units that came after an instant. */
    long after(Instant instant, long variantId, long locationId) {
        return movements.stream()
                .filter(movement -> movement.variantId() == variantId && movement.locationId() == locationId)
                .filter(movement -> movement.occurred().isAfter(instant))
                .mapToLong(Movement::delta)
                .sum();
    }

    /** Whether the stock was counted at or after an instant. */
    boolean countedSince(Instant instant, long variantId, long locationId) {
        return movements.stream()
                .filter(movement -> movement.variantId() == variantId && movement.locationId() == locationId)
                .anyMatch(movement -> movement.told() != null
                        && movement.told().count()
                        && !movement.occurred().isBefore(instant));
    }

    List<Movement> all() {
        return movements;
    }
}
