package io.unifiedcommerce.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.sourcekit.Incident;
import io.unifiedcommerce.tck.fake.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

class ReadLoopTest {
    private final FakeClock clock = FakeClock.at("2026-03-01T12:00:00Z");
    private final List<String> done = new ArrayList<>();

    /** Work that fails as scripted and is due again after a while. */
    private final class Scripted implements Work {
        private final String name;
        private final Duration interval;
        private final Deque<RuntimeException> failures = new ArrayDeque<>();
        private final StreamMeter meter = new StreamMeter(clock);
        private final Incident incident;
        private Instant due = Instant.MIN;
        private boolean closed;

        private Scripted(String name, Duration interval) {
            this.name = name;
            this.interval = interval;
            this.incident = new Incident(name, clock, new Random(1));
            meter.watch(incident);
        }

        @Override
        public Instant due() {
            return due;
        }

        @Override
        public void run() {
            done.add(name);
            if (!failures.isEmpty()) {
                throw failures.poll();
            }
            due = clock.instant().plus(interval);
        }

        @Override
        public Incident incident() {
            return incident;
        }

        @Override
        public StreamMeter meter() {
            return meter;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void servesWhatIsDueInTurns() throws InterruptedException {
        ReadLoop loop = new ReadLoop(clock, Duration.ZERO);
        loop.add(new Scripted("a", Duration.ZERO));
        loop.add(new Scripted("b", Duration.ZERO));
        loop.add(new Scripted("late", Duration.ofHours(1)));
        turns(loop, 7);
        assertThat(done).containsExactly("a", "b", "late", "a", "b", "a", "b");
    }

    @Test
    void whatFailsWaitsByItselfWhileTheRestGoesOn() throws InterruptedException {
        ReadLoop loop = new ReadLoop(clock, Duration.ZERO);
        Scripted broken = new Scripted("broken", Duration.ZERO);
        broken.failures.add(new ChannelException.Transient("503", null, false, null));
        loop.add(broken);
        loop.add(new Scripted("sound", Duration.ZERO));
        turns(loop, 4);
        assertThat(done).containsExactly("broken", "sound", "sound", "sound");
        assertThat(broken.meter.errors()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(broken.meter.failingMillis()).isEqualTo(1_000);
        turns(loop, 1);
        assertThat(done).endsWith("broken");
        assertThat(broken.meter.failingMillis()).isZero();
    }

    @Test
    void anOutageIsWaitedForInGrowingSteps() {
        Incident incident = new Incident("x", clock, new Random(1));
        ChannelException passing = new ChannelException.Transient("503", null, false, null);
        for (int longest : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(pause(incident, passing))
                    .isBetween(Duration.ofMillis(longest * 500L), Duration.ofSeconds(longest));
        }
    }

    @Test
    void whatAnOperatorMustMendIsTriedSlowlyAndWhatThePlatformAsksForIsObeyed() {
        assertThat(pause(new Incident("x", clock, new Random(1)), new ChannelException.Unauthorized("401")))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(15));
        assertThat(pause(
                        new Incident("x", clock, new Random(1)),
                        new ChannelException.Transient("429", Duration.ofMinutes(7), false, null)))
                .isEqualTo(Duration.ofMinutes(7));
    }

    @Test
    void theTaskFailsWhenAStreamFailsForLongerThanAllowed() throws InterruptedException {
        ReadLoop loop = new ReadLoop(clock, Duration.ofMinutes(10));
        Scripted broken = new Scripted("broken", Duration.ZERO);
        for (int i = 0; i < 2; i++) {
            broken.failures.add(new ChannelException.Forbidden("lacks read_orders"));
        }
        loop.add(broken);
        turns(loop, 1);
        clock.advance(Duration.ofMinutes(10));
        assertThatThrownBy(loop::turn)
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("10 minutes")
                .hasMessageContaining("lacks read_orders");
    }

    @Test
    void aFaultOfTheProgramEndsTheLoopAndClosesTheWork() {
        ReadLoop loop = new ReadLoop(clock, Duration.ZERO);
        Scripted broken = new Scripted("broken", Duration.ZERO);
        broken.failures.add(new IllegalStateException("bug"));
        loop.add(broken);
        assertThatThrownBy(loop::run).hasMessage("bug");
        assertThat(broken.closed).isTrue();
    }

    @Test
    void stoppingEndsTheLoop() throws InterruptedException {
        ReadLoop loop = new ReadLoop(clock, Duration.ZERO);
        LoopThread thread = new LoopThread("test-loop", loop);
        thread.start();
        thread.stop();
        thread.join(Duration.ofSeconds(5));
        thread.rethrow();
    }

    private Duration pause(Incident incident, ChannelException failure) {
        return Duration.between(clock.instant(), incident.failed(failure));
    }

    private static void turns(ReadLoop loop, int turns) throws InterruptedException {
        for (int i = 0; i < turns; i++) {
            loop.turn();
        }
    }
}
