package io.unifiedcommerce.flink.inventory.core;

/**
 * A push whose outcome is not known. There is one at a time for each SKU and channel, so that it is always known what the
 * next one starts from.
 *
 * @param attempts how often it was sent
 * @param retryAt when it is repeated, in the ledger's clock
 * @param doubtedAt when the channel side said that it does not know the outcome, in the channel's clock;
 *     {@link #NO_DOUBT} as long as it did not
 */
record InFlight(Decision.Push push, int attempts, long retryAt, long doubtedAt) {

    static final long NO_DOUBT = Long.MAX_VALUE;

    private static final int MOST_DOUBLINGS = 7;

    static InFlight first(Decision.Push push, long now, long timeout) {
        return new InFlight(push, 1, now + timeout, NO_DOUBT);
    }

    /** The same push again; the wait doubles, as a channel that is down or slow is not helped by more copies. */
    InFlight again(long now, long timeout) {
        return new InFlight(push, attempts + 1, now + (timeout << Math.min(attempts, MOST_DOUBLINGS)), doubtedAt);
    }

    InFlight doubted(long at) {
        return new InFlight(push, attempts, retryAt, at);
    }

    boolean isDoubted() {
        return doubtedAt != NO_DOUBT;
    }

    /** A repetition that is not known either: asking again will not help. */
    boolean isHopeless() {
        return isDoubted() && attempts > 1;
    }
}
