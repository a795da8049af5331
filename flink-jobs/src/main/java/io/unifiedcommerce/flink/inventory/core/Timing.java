package io.unifiedcommerce.flink.inventory.core;

import java.io.Serializable;
import java.time.Duration;

/**
 * Waiting times of the ledger, in milliseconds of the ledger's own clock.
 *
 * @param debounce shortest time between two pushes to a channel, and how long changed positions wait for each other, unless
 *     stock appears or runs out
 * @param quiet how long a figure that nothing explains may wait for its order; at least five times the 99th percentile
 *     of the time an order takes to arrive, otherwise sales on the way are taken for edits
 * @param pushTimeout wait for the answer to a push before it is repeated; doubles with each repetition
 * @param resync longest time for which a push that the channel refuses is not tried again; the first times are shorter
 * @param retention how long closed lines, movements and reservations are kept to recognise late copies
 * @param clockTolerance how far two clocks, or two time stamps of one platform, may disagree
 */
public record Timing(long debounce, long quiet, long pushTimeout, long resync, long retention, long clockTolerance)
        implements Serializable {

    private static final int MOST_DOUBLINGS = 16;

    /** Figures of the design: 200 ms, 60 s, 30 s, a day, 30 days, 5 s. */
    public static final Timing DEFAULT = new Timing(
            200,
            Duration.ofSeconds(60).toMillis(),
            Duration.ofSeconds(30).toMillis(),
            Duration.ofDays(1).toMillis(),
            Duration.ofDays(30).toMillis(),
            Duration.ofSeconds(5).toMillis());

    /** How long to leave a channel alone that refused a push {@code refusals} times in a row. */
    long refusalPause(int refusals) {
        return Math.min(resync, pushTimeout << Math.min(refusals - 1, MOST_DOUBLINGS));
    }
}
