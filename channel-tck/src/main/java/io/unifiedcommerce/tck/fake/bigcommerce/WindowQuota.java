package io.unifiedcommerce.tck.fake.bigcommerce;

import io.unifiedcommerce.tck.fake.QuotaUse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** So many requests per fixed window of 30 s, told in the X-Rate-Limit headers of every response. */
final class WindowQuota {
    static final Duration WINDOW = Duration.ofSeconds(30);

    private final Clock clock;
    private final int quota;
    private Instant windowStart;
    private int left;
    private long windows;
    private long spent;
    private long refused;

    WindowQuota(Clock clock, int quota) {
        this.clock = clock;
        this.quota = quota;
        windowStart = clock.instant();
        left = quota;
        windows = 1;
    }

    synchronized boolean take() {
        roll();
        if (left == 0) {
            refused++;
            return false;
        }
        left--;
        spent++;
        return true;
    }

    synchronized Map<String, String> headers() {
        roll();
        long reset = Duration.between(clock.instant(), windowStart.plus(WINDOW)).toMillis();
        return Map.of(
                "X-Rate-Limit-Time-Window-Ms", String.valueOf(WINDOW.toMillis()),
                "X-Rate-Limit-Time-Reset-Ms", String.valueOf(reset),
                "X-Rate-Limit-Requests-Quota", String.valueOf(quota),
                "X-Rate-Limit-Requests-Left", String.valueOf(left));
    }

    synchronized QuotaUse use() {
        roll();
        return new QuotaUse((double) windows * quota, spent, refused);
    }

    private void roll() {
        long passed = Duration.between(windowStart, clock.instant()).dividedBy(WINDOW);
        if (passed > 0) {
            windowStart = windowStart.plus(WINDOW.multipliedBy(passed));
            windows += passed;
            left = quota;
        }
    }
}
