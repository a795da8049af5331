package io.unifiedcommerce.flink.inventory.core;

/**
 * A figure that a channel showed.
 *
 * @param at when the channel last changed the figure, in the channel's clock
 * @param seq version of the figure, for figures of the same moment
 * @param id what brought it
 * @param readAt when it was read, in our own clocks; {@link #NOT_READ} for a figure that the channel sent by itself
 * @param arrivedAt when the ledger got it, in our own clocks
 */
record Seen(long quantity, long at, String seq, String id, long readAt, long arrivedAt) {

    static final long NOT_READ = Long.MIN_VALUE;

    static Seen of(Fact.MirrorSeen fact, long now) {
        long readAt = fact.readAt() == null ? NOT_READ : fact.readAt();
        return new Seen(fact.quantity(), fact.at(), fact.seq(), fact.id(), readAt, now);
    }

    Fact.MirrorSeen asFact(String channel) {
        return new Fact.MirrorSeen(channel, quantity, at, readAt == NOT_READ ? null : readAt, seq, id);
    }

    /** A figure read after the other one had come is newer, whatever the channel's clock says. */
    boolean isNewerThan(Seen other, long clockTolerance) {
        if (other == null || isReadAfter(other.arrivedAt, clockTolerance)) {
            return true;
        }
        if (at != other.at) {
            return at > other.at;
        }
        int order = seq.compareTo(other.seq);
        if (order != 0 || readAt != other.readAt) {
            return order > 0 || order == 0 && readAt > other.readAt;
        }
        return id.compareTo(other.id) > 0;
    }

    /** True when the effect is in the figure for sure. */
    boolean contains(Effect effect, long clockTolerance) {
        return effect.at() <= at - clockTolerance
                || effect.isPush() && effect.id().equals(id)
                || isReadAfter(effect.arrivedAt(), clockTolerance);
    }

    /** True when the effect came after the figure for sure. */
    boolean lacks(Effect effect, long clockTolerance) {
        return effect.notBefore() >= arrivedAt || effect.at() > Math.max(at, readAt) + clockTolerance;
    }

    private boolean isReadAfter(long moment, long clockTolerance) {
        return readAt != NOT_READ && moment <= readAt - clockTolerance;
    }
}
