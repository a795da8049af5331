package io.unifiedcommerce.flink.inventory.core;

/**
 * A push whose answer has not come. There is one at a time for each SKU and channel, so that it is always known what the
 * next one starts from.
 *
 * @param attempts how often it was sent
 * @param retryAt when it is repeated, in the ledger's clock
 */
record InFlight(Decision.Push push, int attempts, long retryAt) {

    private static final int MOST_DOUBLINGS = 7;

    static InFlight first(Decision.Push push, long now, long timeout) {
        return new InFlight(push, 1, now + timeout);
    }

    /** The same push again; the wait doubles, as a channel that is down or slow is not helped by more copies. */
    InFlight again(long now, long timeout) {
        return new InFlight(push, attempts + 1, now + (timeout << Math.min(attempts, MOST_DOUBLINGS)));
    }
}
