package io.unifiedcommerce.interaction.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void aClientMayAskInABurstAndThenAtTheRate() {
        RateLimit limit = new RateLimit(2, 3, 10, nanos::get);
        for (int i = 0; i < 3; i++) {
            assertThat(limit.ask(client(1))).isZero();
        }
        assertThat(limit.ask(client(1))).isEqualTo(Duration.ofMillis(500));
        assertThat(limit.ask(client(2))).as("another client").isZero();
        nanos.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(limit.ask(client(1))).isZero();
        assertThat(limit.ask(client(1))).isPositive();
    }

    @Test
    void thereMayBeNoLimit() {
        RateLimit none = new RateLimit(0, 1, 10, nanos::get);
        assertThat(List.of(none.ask(client(1)), none.ask(client(1)))).containsOnly(Duration.ZERO);
    }

    @Test
    void theLongestSilentClientIsForgotten() {
        RateLimit limit = new RateLimit(1, 1, 2, nanos::get);
        limit.ask(client(1));
        limit.ask(client(2));
        assertThat(limit.ask(client(1)))
                .as("known, so the second is the oldest")
                .isPositive();
        limit.ask(client(3));
        assertThat(limit.ask(client(1))).isPositive();
        assertThat(limit.ask(client(2))).isZero();
    }

    private static IpAddress client(int last) {
        return IpAddress.parse("192.0.2." + last).orElseThrow();
    }
}
