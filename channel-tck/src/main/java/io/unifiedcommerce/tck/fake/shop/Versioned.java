package io.unifiedcommerce.tck.fake.shop;

import java.time.Instant;

/** An immutable state of something with an identity; a change is a new state with a later or equal update time. */
public interface Versioned {
    /** Unique among things of its kind in one shop. */
    long id();

    Instant createdAt();

    /** UTC, whole seconds as on the real platforms, so ties are common. */
    Instant updatedAt();
}
