package io.unifiedcommerce.tck.fake.sapcommerce;

import io.unifiedcommerce.tck.fake.QuotaUse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The limit in front of the cloud's endpoints: so many calls of an address in five seconds, then none for five seconds, of
 * which each further call begins anew.
 */
final class Gateway {
    private static final Duration COOLING = Duration.ofSeconds(5);

    private final Clock clock;
    private final int limit;
    private Instant windowStart = Instant.EPOCH;
    private Instant closedUntil = Instant.MIN;
    private int inWindow;
    private long served;
    private long refused;

    Gateway(Clock clock, int limit) {
        this.clock = clock;
        this.limit = limit;
    }

    synchronized boolean admits() {
        Instant now = clock.instant();
        if (now.isBefore(closedUntil)) {
            return refuse(now);
        }
        if (!now.isBefore(windowStart.plus(COOLING))) {
            windowStart = now;
            inWindow = 0;
        }
        if (limit > 0 && inWindow >= limit) {
            return refuse(now);
        }
        inWindow++;
        served++;
        return true;
    }

    private boolean refuse(Instant now) {
        closedUntil = now.plus(COOLING);
        windowStart = closedUntil;
        inWindow = 0;
        refused++;
        return false;
    }

    synchronized QuotaUse use() {
        return new QuotaUse(served, served, refused);
    }
}
