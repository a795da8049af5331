package io.unifiedcommerce.flink.inventory.core;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known about the figure one channel shows for one SKU.
 *
 * <p>The shadow is the figure the channel is believed to show once all it did is known: the last figure that was settled,
 * plus the effects of its own orders and of our pushes since. A figure that the channel shows is compared with the shadow
 * as it was at that moment. If they agree, nothing happens: an echo of our own push ends here. If the channel shows less,
 * a sale is on its way whose order has not come: the units are held back everywhere until the order comes and explains
 * them. What nothing explains within the quiet time is drift, and the shadow is corrected.
 */
final class Mirror {

    /** So many lines are named by a push at most. */
    static final int MOST_COVERS = 20;

    static final long NEVER = Long.MAX_VALUE;

    /** Older effects are merged: they are needed only to judge figures that come late, and only those in between. */
    private static final int MOST_EFFECTS = 32;

    final String channel;

    /** Null until the channel was seen or written to. */
    Long shadow;

    /** Effects up to this moment are in the shadow already, whenever they come. */
    long included = Long.MIN_VALUE;

    Seen seen;

    /** Shadow less {@link #seen}, at the moment of the latter; 0 when explained. */
    long gap;

    /** When the gap counts as drift, in the ledger's clock. */
    long quietAt = NEVER;

    /** Newest figure that came while a push was under way: it cannot be told whether it is from before or after. */
    Seen seenInFlight;

    InFlight inFlight;

    /** Effects after {@link #included}, oldest first. */
    final List<Effect> recent = new ArrayList<>();

    /** Effects that came since the push under way was sent, and that no figure from before it contains. */
    final List<Effect> sinceSent = new ArrayList<>();

    /** When the last push was sent, in the ledger's clock. */
    long pushedAt = Long.MIN_VALUE;

    /** Target not to be tried again before {@link #refusedUntil}. */
    Long refused;

    long refusedUntil = NEVER;

    /** How often in a row the channel refused a push. */
    int refusals;

    /** Units taken over as adjustments of the hub's stock whose orders may still come. */
    long accepted;

    /** Order lines since the last push, newest first. */
    final List<String> covers = new ArrayList<>();

    Mirror(String channel) {
        this.channel = channel;
    }

    /** Units sold in the channel whose order has not come. */
    long hold() {
        return Math.max(0, gap);
    }

    /** Units the channel shows, as far as is known; null if unknown. */
    Long believed() {
        return shadow == null ? null : Long.valueOf(shadow - hold());
    }

    boolean awaits(String pushId) {
        return inFlight != null && inFlight.push().pushId().equals(pushId);
    }

    void cover(String line) {
        covers.remove(line);
        covers.add(0, line);
        if (covers.size() > MOST_COVERS) {
            covers.remove(MOST_COVERS);
        }
    }

    /**
     * The channel's own doing.
     *
     * @return false if a settled figure contained it already, so that the shadow stays
     */
    boolean happened(Effect effect) {
        if (shadow != null && effect.at() <= included) {
            return false;
        }
        if (shadow != null) {
            shadow += effect.units();
        }
        remember(effect);
        return true;
    }

    /**
     * The channel's own doing seems to be from before a settled figure, but by less than clocks may disagree, and units are held
     * back: it is what they waited for. A platform that tells whole seconds tells so of a sale of the second in which it was
     * written to. What the channel is believed to show stays.
     *
     * @return false if it explains nothing
     */
    boolean explained(Effect effect, long clockTolerance) {
        long units = Math.min(-effect.units(), hold());
        if (units <= 0 || effect.at() <= included - clockTolerance) {
            return false;
        }
        shadow -= units;
        gap -= units;
        if (gap == 0) {
            quietAt = NEVER;
        }
        return true;
    }

    /**
     * Our own push was carried out. It cannot be in a settled figure already, and it came after everything that was known
     * when it was sent: whatever the clocks say.
     *
     * @param sentAt when it was sent, in the ledger's clock
     */
    void pushed(String pushId, long at, long units, long sentAt, long now) {
        long latest = recent.stream()
                .filter(effect -> effect.arrivedAt() <= sentAt)
                .mapToLong(Effect::at)
                .reduce(included, Math::max);
        shadow = (shadow == null ? 0 : shadow) + units;
        remember(Effect.ofPush(pushId, Math.max(at, latest + 1), units, sentAt, now));
    }

    /**
     * Our push wrote {@code figure} over whatever was there: of what happened before it nothing is left in the figure. The
     * units held back stay so, as the order that explains them has not come.
     */
    void overwritten(Seen figure, long sentAt) {
        long shown = figure.quantity() + hold();
        for (Effect effect : sinceSent) {
            if (effect.at() > figure.at()) {
                shown += effect.units();
            }
        }
        pushed(figure.id(), figure.at(), shown - (shadow == null ? 0 : shadow), sentAt, figure.arrivedAt());
        seen = figure;
        if (gap <= 0) {
            gap = 0;
            quietAt = NEVER;
            include(figure.at());
        }
    }

    boolean remembers(String pushId) {
        return recent.stream().anyMatch(effect -> effect.id().equals(pushId));
    }

    /** Takes {@code figure} for the shadow, whatever was believed: everything up to its moment is in it. */
    void settle(Seen figure, long clockTolerance) {
        shadow = figure.quantity();
        for (Effect effect : recent) {
            if (effect.at() > figure.at() && !figure.contains(effect, clockTolerance)) {
                shadow += effect.units();
            }
        }
        seen = figure;
        gap = 0;
        quietAt = NEVER;
        include(figure.at());
    }

    /** Corrects the shadow by the gap that nothing explained. */
    void acceptGap() {
        shadow -= gap;
        gap = 0;
        quietAt = NEVER;
        include(seen.at());
    }

    /** The gap is {@code units} now; it counts as drift if it stays so until {@code quietAt}. */
    void gap(long units, long quietAt, long clockTolerance) {
        if (units == 0) {
            this.quietAt = NEVER;
            // What happened shortly before may still be missing in the figure: its time stamp is not that exact.
            include(seen.at() - clockTolerance);
        } else if (units != gap || this.quietAt == NEVER) {
            this.quietAt = quietAt;
        }
        gap = units;
    }

    private void include(long moment) {
        included = Math.max(included, moment);
        recent.removeIf(effect -> effect.at() <= included);
    }

    private void remember(Effect effect) {
        int at = recent.size();
        while (at > 0 && recent.get(at - 1).at() > effect.at()) {
            at--;
        }
        recent.add(at, effect);
        if (recent.size() > MOST_EFFECTS) {
            recent.set(0, recent.remove(0).with(recent.get(0)));
        }
    }
}
