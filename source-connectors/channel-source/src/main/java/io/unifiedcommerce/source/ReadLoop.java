package io.unifiedcommerce.source;

import io.unifiedcommerce.channel.http.ChannelException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the work of a task in turns, one window at a time, so that no stream starves another and transactions find places to end.
 * Work that fails waits by itself while the rest goes on.
 */
final class ReadLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadLoop.class);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(250);

    private static final class Turn {
        private final Work work;
        private Instant retryAt = Instant.MIN;
        private long served;

        private Turn(Work work) {
            this.work = work;
        }

        private Instant due() {
            return work.due().isAfter(retryAt) ? work.due() : retryAt;
        }
    }

    private final List<Turn> turns = new ArrayList<>();
    private final Clock clock;
    private final Duration fatalTimeout;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private long served;

    /** @param fatalTimeout how long one piece of work may fail before all ends; zero for ever */
    ReadLoop(Clock clock, Duration fatalTimeout) {
        this.clock = clock;
        this.fatalTimeout = fatalTimeout;
    }

    /** Adds work; before the loop runs, or from within it. */
    void add(Work work) {
        turns.add(new Turn(work));
    }

    @Override
    public void run() {
        try {
            while (stopping.getCount() > 0) {
                turn();
            }
        } catch (InterruptedException e) {
            // Only stop() interrupts, and the thread ends here.
            LOG.debug("Interrupted", e);
        } catch (ChannelException.Closed e) {
            if (stopping.getCount() > 0) {
                throw e;
            }
        } finally {
            // What is closed would take a pending interrupt for its own.
            Thread.interrupted();
            turns.forEach(turn -> turn.work.close());
        }
    }

    /** Does the work that is due and was served least lately, or waits a while for some. */
    void turn() throws InterruptedException {
        Instant now = clock.instant();
        Turn next = turns.stream()
                .filter(turn -> !turn.due().isAfter(now))
                .min(Comparator.comparingLong(turn -> turn.served))
                .orElse(null);
        if (next == null) {
            stopping.await(waitingTime(now).toMillis(), TimeUnit.MILLISECONDS);
            return;
        }
        next.served = ++served;
        serve(next);
    }

    private Duration waitingTime(Instant now) {
        return turns.stream()
                .map(turn -> Duration.between(now, turn.due()))
                .filter(wait -> wait.compareTo(LONGEST_WAIT) < 0)
                .min(Comparator.naturalOrder())
                .orElse(LONGEST_WAIT);
    }

    private void serve(Turn turn) throws InterruptedException {
        try {
            turn.work.run();
            turn.work.incident().over();
            turn.work.meter().success();
        } catch (ChannelException.Closed e) {
            throw e;
        } catch (ChannelException e) {
            turn.work.meter().error();
            turn.retryAt = turn.work.incident().failed(e);
            Duration lasting = turn.work.incident().lasting();
            if (!fatalTimeout.isZero() && lasting.compareTo(fatalTimeout) >= 0) {
                throw new ConnectException(
                        "A stream has failed for " + lasting.toMinutes() + " minutes, longer than "
                                + SourceKeys.FATAL_TIMEOUT + " allows: " + e.getMessage(),
                        e);
            }
        }
    }

    /** Ends the loop after the step it is in. */
    void stop() {
        stopping.countDown();
    }
}
