package io.unifiedcommerce.tck.fake.shop;

import java.time.Instant;

/** A place that holds stock. */
public record Location(long id, String name, String code, boolean active, Instant createdAt, Instant updatedAt)
        implements Versioned {
    Location activated(boolean isActive, Instant now) {
        return new Location(id, name, code, isActive, createdAt, now);
    }
}
