package io.unifiedcommerce.flink.inventory.core;

import java.util.List;

/** Something the ledger wants done. */
public sealed interface Decision {

    /**
     * Make a channel show {@code target}.
     *
     * @param pushId idempotency key, the same when the push is repeated
     * @param locationId location in the channel's own words
     * @param delta units to add; null if it is not known what the channel shows
     * @param expected units the channel is believed to show; null if not known
     * @param covers order lines that came since the last push to the channel, newest first; the last
     *     {@link Mirror#MOST_COVERS} at most
     */
    record Push(
            String pushId,
            String channel,
            String locationId,
            PushMode mode,
            Long delta,
            Long expected,
            long target,
            long version,
            List<String> covers,
            long computedAt)
            implements Decision {
        public Push {
            covers = List.copyOf(covers);
        }
    }

    /**
     * The stock of a location has changed; of all locations together if {@code location} is null.
     *
     * @param anchorAsOf moment of the count it starts from; null for all locations together
     * @param drift units by which channels were found to differ from what was written to them, since the beginning
     * @param channels state of the channels; only for all locations together
     */
    record Position(
            String location,
            long onHand,
            long committed,
            long reserved,
            long safetyStock,
            long available,
            Long anchorAsOf,
            long version,
            long drift,
            List<ChannelPosition> channels,
            long computedAt)
            implements Decision {
        public Position {
            channels = List.copyOf(channels);
        }
    }

    /**
     * What is known of one channel.
     *
     * @param shadow units it is believed to show; null if not known
     * @param hold units sold there, as its figure tells, whose order has not come yet
     * @param inFlight units it will show after the push under way; null when there is none
     */
    record ChannelPosition(String channel, long target, Long shadow, long hold, Long inFlight) {}

    /** More was sold at {@code location} than there is. */
    record Oversold(String location, long units, List<String> newestLines, long version, long at) implements Decision {
        public Oversold {
            newestLines = List.copyOf(newestLines);
        }
    }

    /** {@code channel} shows {@code units} more (or fewer) than it was made to, and nothing explains it. */
    record Drifted(String channel, long units, Policy policy, long version, long at) implements Decision {}

    /** {@code channel} refused to show {@code target}. */
    record Refused(String channel, long target, String pushId, long version, long at) implements Decision {}

    /** Several items of {@code channel} go by this SKU. */
    record Ambiguous(String channel, List<String> items, long at) implements Decision {
        public Ambiguous {
            items = List.copyOf(items);
        }
    }

    /** A figure edited in a channel is taken over as a movement of the hub's stock. */
    record Adjusted(Fact.StockMoved movement) implements Decision {}

    /** Tell the ledger of the bundle {@code kit} (which may be this SKU itself). */
    record Feed(String kit, Fact fact) implements Decision {}

    /** Wake the ledger at {@code at}, in its own clock; it says so again when it needs to be woken once more. */
    record SetTimer(long at) implements Decision {}
}
