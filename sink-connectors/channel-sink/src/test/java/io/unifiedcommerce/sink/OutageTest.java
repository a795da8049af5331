package io.unifiedcommerce.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.http.ChannelException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutageTest {
    private static final Instant NOW = Targets.NOW;

    private final Outage outage = new Outage("Writing", Duration.ofSeconds(1), Duration.ofSeconds(60), new Random(7));

    @Test
    void pausesGrowUpToTheLongest() {
        Duration before = Duration.ZERO;
        for (int i = 0; i < 40; i++) {
            Duration pause = pauseAfter(new ChannelException.Transient("503", null, false, null));
            assertThat(pause).isBetween(Duration.ofMillis(500), Duration.ofSeconds(60));
            if (i < 5) {
                assertThat(pause).isGreaterThanOrEqualTo(before.dividedBy(2));
            }
            before = pause;
        }
        assertThat(before).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aPauseThatThePlatformAsksForIsKept() {
        assertThat(pauseAfter(new ChannelException.Transient("429", Duration.ofMinutes(5), false, null)))
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void whatAnOperatorMustMendIsTriedSlowly() {
        assertThat(pauseAfter(new ChannelException.Unauthorized("401"))).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aSuccessEndsIt() {
        pauseAfter(new ChannelException.Unauthorized("401"));
        assertThat(outage.lasts()).isTrue();

        outage.ended();

        assertThat(outage.lasts()).isFalse();
        assertThat(outage.over()).isBefore(NOW);
        assertThat(pauseAfter(new ChannelException.Transient("503", null, false, null)))
                .isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    private Duration pauseAfter(ChannelException failure) {
        outage.failed(failure, NOW);
        return Duration.between(NOW, outage.over());
    }
}
