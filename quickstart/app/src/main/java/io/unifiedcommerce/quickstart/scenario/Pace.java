package io.unifiedcommerce.quickstart.scenario;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lets so many sales and returns happen each second, and catches up when one took longer. */
final class Pace {

    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Duration interval;
    private final Clock clock;
    private Instant next;

    Pace(double perSecond, Clock clock) {
        this.interval = Duration.ofNanos(Math.round(TimeUnit.SECONDS.toNanos(1) / perSecond));
        this.clock = clock;
        this.next = clock.instant();
    }

    /** Whether the next may happen now; then it has. */
    boolean isNext() {
        if (next.isAfter(clock.instant())) {
            return false;
        }
        next = next.plus(interval);
        return true;
    }

    /** Waits a moment; never longer than somebody would notice. */
    void rest() throws InterruptedException {
        LockSupport.parkNanos(TICK_NANOS);
        if (Thread.interrupted()) {
            throw new InterruptedException("The sales were stopped");
        }
    }
}
