package io.unifiedcommerce.tck.fake.shop;

import java.time.Instant;

/**
 * Stock of one item at one location, in units.
 *
 * @param available what may still be sold; negative when oversold
 * @param committed sold but not yet shipped
 * @param safetyStock kept back from sale
 */
public record Level(
        long id,
        long itemId,
        long locationId,
        boolean active,
        long available,
        long committed,
        long safetyStock,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {
    public long onHand() {
        return available + committed + safetyStock;
    }

    /** The same level with other quantities. */
    public Level holding(long newAvailable, long newCommitted) {
        return new Level(id, itemId, locationId, active, newAvailable, newCommitted, safetyStock, createdAt, updatedAt);
    }

    /** The same level keeping another quantity back; what is on hand stays. */
    public Level keepingBack(long newSafetyStock) {
        long newAvailable = available + safetyStock - newSafetyStock;
        return new Level(id, itemId, locationId, active, newAvailable, committed, newSafetyStock, createdAt, updatedAt);
    }

    public Level activated(boolean isActive) {
        return new Level(id, itemId, locationId, isActive, available, committed, safetyStock, createdAt, updatedAt);
    }

    Level touched(Instant now) {
        return new Level(id, itemId, locationId, active, available, committed, safetyStock, createdAt, now);
    }
}
