package io.unifiedcommerce.sink;

import io.unifiedcommerce.channel.http.ChannelException;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time during which a platform takes no writes: how long to wait before the next try, and one line in the log for all of
 * it. What only an operator can end, such as a withdrawn permission, is tried again as well, so that nothing has to be
 * restarted afterwards. Used by one thread.
 */
final class Outage {
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final int MAX_DOUBLINGS = 20;

    private final String what;
    private final Duration firstWait;
    private final Duration longestWait;
    private final RandomGenerator random;
    private int failures;
    private Instant began;
    private Instant over = Instant.MIN;

    /**
     * @param what what is written and where to, for the log
     * @param random spreads the tries of many tasks
     */
    Outage(String what, Duration firstWait, Duration longestWait, RandomGenerator random) {
        this.what = what;
        this.firstWait = firstWait;
        this.longestWait = longestWait;
        this.random = random;
    }

    /** A try failed: the next one is due later. */
    void failed(ChannelException failure, Instant now) {
        over = now.plus(wait(failure));
        if (failures++ == 0) {
            began = now;
            LOG.warn("{} is interrupted and will be tried again: {}", what, failure.getMessage());
        }
    }

    /** A try succeeded. */
    void ended() {
        if (failures > 0) {
            LOG.info("{} goes on after {} failed tries since {}", what, failures, began);
        }
        failures = 0;
        over = Instant.MIN;
    }

    /** When to try next; in the past while all is well. */
    Instant over() {
        return over;
    }

    /** Whether the last try failed. */
    boolean lasts() {
        return failures > 0;
    }

    private Duration wait(ChannelException failure) {
        boolean forOperator =
                failure instanceof ChannelException.Unauthorized || failure instanceof ChannelException.Forbidden;
        Duration wait = forOperator ? longestWait : firstWait.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
        if (wait.compareTo(longestWait) > 0) {
            wait = longestWait;
        }
        // Between half and whole: tasks that failed together do not come back together.
        wait = wait.dividedBy(2).plusMillis((long) (random.nextDouble() * wait.toMillis() / 2));
        Duration asked = failure instanceof ChannelException.Transient busy ? busy.retryAfter() : null;
        return asked != null && asked.compareTo(wait) > 0 ? asked : wait;
    }
}
