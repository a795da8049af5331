package io.unifiedcommerce.tck.fake.cegid;

import io.unifiedcommerce.tck.fake.QuotaUse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** So many calls in any ten seconds. */
final class CallRate {
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final Clock clock;
    private final int calls;
    private final Instant start;
    private final Deque<Instant> taken = new ArrayDeque<>();
    private long spent;
    private long refused;

    CallRate(Clock clock, int calls) {
        this.clock = clock;
        this.calls = calls;
        this.start = clock.instant();
    }

    synchronized boolean take() {
        Instant now = clock.instant();
        while (!taken.isEmpty() && !taken.peek().isAfter(now.minus(PERIOD))) {
            taken.remove();
        }
        if (taken.size() >= calls) {
            refused++;
            return false;
        }
        taken.add(now);
        spent++;
        return true;
    }

    synchronized QuotaUse use() {
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        return new QuotaUse(seconds / PERIOD.toSeconds() * calls, spent, refused);
    }
}
