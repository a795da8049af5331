package io.unifiedcommerce.interaction.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
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

    @Property(tries = 200)
    void neverMoreThanTheBurstAndTheRate(
            @ForAll @IntRange(min = 1, max = 20) int rate,
            @ForAll @IntRange(min = 1, max = 20) int burst,
            @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 400) Integer> pauses) {
        AtomicLong clock = new AtomicLong();
        RateLimit limit = new RateLimit(rate, burst, 10, clock::get);
        long admitted = 0;
        for (int pause : pauses) {
            clock.addAndGet(Duration.ofMillis(pause).toNanos());
            admitted += limit.ask(client(1)).isZero() ? 1 : 0;
        }
        assertThat((double) admitted).isLessThanOrEqualTo(burst + rate * clock.get() / 1e9 + 1e-6);
    }

    private static IpAddress client(int last) {
        return IpAddress.parse("192.0.2." + last).orElseThrow();
    }
}
