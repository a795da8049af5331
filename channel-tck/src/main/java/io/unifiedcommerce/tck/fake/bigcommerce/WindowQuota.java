package io.unifiedcommerce.tck.fake.bigcommerce;

import io.unifiedcommerce.tck.fake.CallWindows;
import io.unifiedcommerce.tck.fake.QuotaUse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** The quota of a store: so many requests in each window of 30 seconds, told by headers. */
final class WindowQuota {
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private final CallWindows calls;
    private final int quota;

    WindowQuota(Clock clock, int quota) {
        this.calls = new CallWindows(clock, WINDOW, quota);
        this.quota = quota;
    }

    boolean take() {
        return calls.take();
    }

    Map<String, String> headers() {
        return Map.of(
                "X-Rate-Limit-Time-Window-Ms", String.valueOf(WINDOW.toMillis()),
                "X-Rate-Limit-Time-Reset-Ms", String.valueOf(calls.untilReset().toMillis()),
                "X-Rate-Limit-Requests-Quota", String.valueOf(quota),
                "X-Rate-Limit-Requests-Left", String.valueOf(calls.left()));
    }

    QuotaUse use() {
        return calls.use();
    }
}
