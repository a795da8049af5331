package io.unifiedcommerce.tck.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A UTC clock that stands still until it is moved. Thread safe. */
public final class FakeClock extends Clock {
    private final AtomicReference<Instant> now;

    private FakeClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    public static FakeClock at(Instant start) {
        return new FakeClock(start);
    }

    /** @param iso an ISO-8601 instant, for example 2026-11-20T10:00:00Z */
    public static FakeClock at(String iso) {
        return at(Instant.parse(iso));
    }

    public Instant advance(Duration by) {
        return now.updateAndGet(instant -> instant.plus(by));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Only UTC exists here: instants have no zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
