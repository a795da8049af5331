package io.unifiedcommerce.sourcekit;

import io.unifiedcommerce.channel.http.ChannelException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run of failures of one piece of work: how often, since when, and when to try again. What may pass by itself is tried again
 * soon, what an operator must mend is tried again slowly. Logged once at its beginning and once at its end.
 */
public final class Incident {
    private static final Logger LOG = LoggerFactory.getLogger(Incident.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration SLOWLY = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LONGEST_TRANSIENT = Duration.ofMinutes(1);

    private final String what;
    private final Clock clock;
    private final RandomGenerator random;
    private volatile Instant since;
    private int failures;

    /** @param what the work's name in logs */
    public Incident(String what, Clock clock, RandomGenerator random) {
        this.what = what;
        this.clock = clock;
        this.random = random;
    }

    /** Notes a failure; gives the time to try again. */
    public Instant failed(ChannelException failure) {
        Instant now = clock.instant();
        failures++;
        if (since == null) {
            since = now;
            LOG.warn(
                    "{} fails and is tried again until it succeeds: {}",
                    what,
                    failure.getMessage(),
                    failure.getCause());
        }
        return now.plus(pause(failure));
    }

    private Duration pause(ChannelException failure) {
        boolean passing = failure instanceof ChannelException.Transient;
        Duration longest = passing ? LONGEST_TRANSIENT : LONGEST;
        Duration pause = (passing ? SOON : SLOWLY).multipliedBy(1L << Math.min(failures - 1, 10));
        pause = pause.compareTo(longest) < 0 ? pause : longest;
        // Half of it by chance, so that the streams of many tasks do not come back at once.
        pause = pause.dividedBy(2).plusMillis(random.nextLong(pause.toMillis() / 2 + 1));
        Duration asked = failure instanceof ChannelException.Transient known ? known.retryAfter() : null;
        return asked != null && asked.compareTo(pause) > 0 ? asked : pause;
    }

    /** Notes a success. */
    public void over() {
        if (since != null) {
            LOG.info(
                    "{} works again after {} failures in {}",
                    what,
                    failures,
                    Duration.between(since, clock.instant()).truncatedTo(ChronoUnit.SECONDS));
            since = null;
            failures = 0;
        }
    }

    /** How long it has lasted; zero when there is none. */
    public Duration lasting() {
        Instant start = since;
        return start == null ? Duration.ZERO : Duration.between(start, clock.instant());
    }
}
