package io.unifiedcommerce.channel.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries calls again that failed in a way that may pass by itself, for a bounded time. */
final class Retry {
    private static final Logger LOG = LoggerFactory.getLogger(Retry.class);
    /** A refused call now and then is a platform's daily life. */
    private static final int WORTH_A_WARNING = 3;

    private final Backoff backoff;
    private final Clock clock;
    private final Pause pause;
    private final Duration maxElapsed;
    /** Failures since the last success of any call: an outage is one incident, not one for each call. */
    private final AtomicInteger incident = new AtomicInteger();

    Retry(Backoff backoff, Clock clock, Pause pause, Duration maxElapsed) {
        this.backoff = backoff;
        this.clock = clock;
        this.pause = pause;
        this.maxElapsed = maxElapsed;
    }

    /**
     * Runs the call until it succeeds, fails for good, or the time is over.
     *
     * @param call receives the instant after which it need not wait any more
     * @throws ChannelException.Transient the last failure, when the time is over; at once when the outcome is unknown,
     *     for only who wrote knows how to find out
     */
    <T> T run(Function<Instant, T> call) {
        Instant giveUpAt = clock.instant().plus(maxElapsed);
        for (int failures = 1; ; failures++) {
            try {
                T result = call.apply(giveUpAt);
                recovered();
                return result;
            } catch (ChannelException.Transient e) {
                if (e.outcomeUnknown()) {
                    throw e;
                }
                Duration wait = backoff.after(failures, e.retryAfter());
                if (!clock.instant().plus(wait).isBefore(giveUpAt)) {
                    throw e;
                }
                report(e);
                await(wait);
            }
        }
    }

    /**
     * Waits.
     *
     * @throws ChannelException.Closed when the client is closed or the thread interrupted meanwhile
     */
    void await(Duration wait) {
        try {
            if (pause.await(wait)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ChannelException.Closed("ended while waiting because the task stops");
    }

    private void report(ChannelException.Transient failure) {
        if (incident.incrementAndGet() == WORTH_A_WARNING) {
            LOG.warn(
                    "{} calls failed in a row, the last: {}; trying again",
                    WORTH_A_WARNING,
                    failure.getMessage(),
                    failure.getCause());
        }
    }

    private void recovered() {
        int failures = incident.getAndSet(0);
        if (failures >= WORTH_A_WARNING) {
            LOG.info("The platform answers again after {} failed calls", failures);
        }
    }
}
