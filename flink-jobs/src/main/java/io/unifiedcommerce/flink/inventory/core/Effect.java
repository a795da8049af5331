package io.unifiedcommerce.flink.inventory.core;

import java.time.Duration;

/**
 * Something that changed the figure a channel shows: its own order or cancellation, a push.
 *
 * @param id push id; empty for orders, which are told apart by their lines
 * @param at when, in the channel's clock
 * @param units added, negative when taken away
 * @param notBefore moment before which it did not happen, in our own clocks: when a push was sent;
 *     {@link #ANY_TIME} for an order
 * @param arrivedAt when the ledger learnt of it, in our own clocks
 */
record Effect(String id, long at, long units, long notBefore, long arrivedAt) {

    private static final long ANY_TIME = Long.MIN_VALUE;
    private static final long MOST_AHEAD = Duration.ofDays(1).toMillis();

    Effect {
        // A time stamp of the far future would keep every later figure from being believed until then.
        at = Math.min(at, arrivedAt + MOST_AHEAD);
    }

    static Effect ofOrder(long at, long units, long arrivedAt) {
        return new Effect("", at, units, ANY_TIME, arrivedAt);
    }

    static Effect ofPush(String pushId, long at, long units, long sentAt, long arrivedAt) {
        return new Effect(pushId, at, units, sentAt, arrivedAt);
    }

    /** A push that this ledger does not remember to have sent. */
    static Effect ofForgottenPush(String pushId, long at, long units, long arrivedAt) {
        return new Effect(pushId, at, units, ANY_TIME, arrivedAt);
    }

    boolean isPush() {
        return !id.isEmpty();
    }

    /** Both as one, at the later moment. */
    Effect with(Effect later) {
        return new Effect(
                later.id,
                later.at,
                units + later.units,
                Math.min(notBefore, later.notBefore),
                Math.max(arrivedAt, later.arrivedAt));
    }
}
