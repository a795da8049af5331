package io.unifiedcommerce.channel.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a call is tried again: a random time below a bound that doubles (full jitter), so that tasks
 * which failed together do not come back together.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration SPREAD = Duration.ofSeconds(1);
    private static final int DOUBLINGS = 7;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * @param failures how often the call has failed, from 1
     * @param asked what the platform asked for; null for nothing. It is never undercut
     */
    Duration after(int failures, Duration asked) {
        Duration bound = shorter(FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS)), LONGEST);
        return asked == null ? upTo(bound) : asked.plus(upTo(shorter(bound, SPREAD)));
    }

    private Duration upTo(Duration bound) {
        return Duration.ofMillis((long) (random.nextDouble() * bound.toMillis()));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
