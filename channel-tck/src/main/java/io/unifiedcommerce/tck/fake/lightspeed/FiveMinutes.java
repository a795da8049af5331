package io.unifiedcommerce.tck.fake.lightspeed;

import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.QuotaUse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** So many requests in each window of five minutes. The headers tell how many are left, but not for how long. */
final class FiveMinutes {
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Clock clock;
    private final int quota;
    private Instant start;
    private int left;
    private long windows = 1;
    private long spent;
    private long refused;

    FiveMinutes(Clock clock, int quota) {
        this.clock = clock;
        this.quota = quota;
        // The store's windows began before we came.
        this.start = clock.instant().minusSeconds(77);
        this.left = quota;
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
        return Map.of("X-RateLimit-Limit", String.valueOf(quota), "X-RateLimit-Remaining", String.valueOf(left));
    }

    /** A refusal says when to come back, as a date. */
    synchronized HttpAnswer refusal() {
        return refusal(start.plus(WINDOW));
    }

    HttpAnswer refusal(Instant until) {
        return new ApiProblem(429, "Too Many Requests")
                .answer()
                .with("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(until.atOffset(ZoneOffset.UTC)));
    }

    synchronized QuotaUse use() {
        roll();
        return new QuotaUse((double) windows * quota, spent, refused);
    }

    private void roll() {
        long passed = Duration.between(start, clock.instant()).dividedBy(WINDOW);
        if (passed > 0) {
            start = start.plus(WINDOW.multipliedBy(passed));
            windows += passed;
            left = quota;
        }
    }
}
