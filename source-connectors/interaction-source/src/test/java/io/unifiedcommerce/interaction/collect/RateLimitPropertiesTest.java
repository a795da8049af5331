package io.unifiedcommerce.interaction.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RateLimitPropertiesTest {
    private static final IpAddress CLIENT = IpAddress.parse("192.0.2.1").orElseThrow();

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
            admitted += limit.ask(CLIENT).isZero() ? 1 : 0;
        }
        assertThat((double) admitted).isLessThanOrEqualTo(burst + rate * clock.get() / 1e9 + 1e-6);
    }
}
