package io.unifiedcommerce.tck.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** So many calls in each window of time. Thread safe. */
public final class CallWindows {
    private final Clock clock;
    private final Duration window;
    private final int quota;
    private Instant windowStart;
    private int left;
    private long windows;
    private long spent;
    private long refused;

    public CallWindows(Clock clock, Duration window, int quota) {
        this.clock = clock;
        this.window = window;
        this.quota = quota;
        windowStart = clock.instant();
        left = quota;
        windows = 1;
    }

    /** Counts a call; false when the window has none left. */
    public synchronized boolean take() {
        roll();
        if (left == 0) {
            refused++;
            return false;
        }
        left--;
        spent++;
        return true;
    }

    /** Calls left in this window. */
    public synchronized int left() {
        roll();
        return left;
    }

    /** Time until the next window. */
    public synchronized Duration untilReset() {
        roll();
        return Duration.between(clock.instant(), windowStart.plus(window));
    }

    /** How well the calls were used. */
    public synchronized QuotaUse use() {
        roll();
        return new QuotaUse((double) windows * quota, spent, refused);
    }

    private void roll() {
        long passed = Duration.between(windowStart, clock.instant()).dividedBy(window);
        if (passed > 0) {
            windowStart = windowStart.plus(window.multipliedBy(passed));
            windows += passed;
            left = quota;
        }
    }
}
