package io.unifiedcommerce.flink.inventory.core;

import java.util.List;

/**
 * Something that happened to one SKU. Facts may come late, twice and in any order: each carries what is needed to put
 * it in its place. Times are milliseconds since 1970.
 */
public sealed interface Fact {

    /**
     * The authority of a location counted it.
     *
     * @param asOf moment the count is true for, in the authority's clock
     * @param seq version of the count
     * @param id event that brought it
     */
    record StockCounted(String location, long asOf, String seq, String id, long quantity, Measured measured)
            implements Fact {}

    /**
     * Stock came or went without a sale: a receipt, a loss, a return.
     *
     * @param id same for all versions of the movement
     * @param origin channel instance whose clock {@code at} is
     * @param mirrored true when it changed the figure that {@code origin} shows, too
     */
    record StockMoved(
            String id, String version, String origin, String location, long quantity, long at, boolean mirrored)
            implements Fact {}

    /** An order line is now like this. */
    record LineChanged(String key, Line line) implements Fact {}

    /**
     * The authority of its location knows an order line from {@code at} on, in the authority's clock.
     *
     * @param channel channel instance the line was ordered on
     */
    record LineKnown(String key, String channel, long at) implements Fact {}

    /**
     * Units were set aside, or are no longer.
     *
     * @param expiresAt when it ends by itself; {@link Line#UNKNOWN} for never
     */
    record StockReserved(String id, String version, String location, long quantity, boolean active, long expiresAt)
            implements Fact {}

    /**
     * A channel to which stock is pushed shows {@code quantity}. Never an input to the stock itself.
     *
     * @param at when the channel last changed the figure, in the channel's clock
     * @param readAt when the figure was read, in the connector's clock; null if the channel sent it by itself
     * @param seq version of the figure
     * @param id event that brought it
     */
    record MirrorSeen(String channel, long quantity, long at, Long readAt, String seq, String id) implements Fact {}

    /**
     * A channel answered a push.
     *
     * @param delta units added, if the channel said so
     * @param before units it showed before; null when not known
     * @param after units it showed after; null when not known
     * @param at when, in the channel's clock
     */
    record PushAnswered(
            String pushId, String channel, Outcome outcome, PushMode mode, Long delta, Long before, Long after, long at)
            implements Fact {}

    /** How a push ended. */
    enum Outcome {
        APPLIED,
        /** The channel showed something else than expected; nothing was written. */
        CONFLICT,
        /** The channel will not take it; a repetition cannot help. */
        REJECTED,
        /** It may or may not have been written. */
        UNKNOWN
    }

    /**
     * This SKU is a bundle of other SKUs; of none, when it no longer is one.
     *
     * @param source catalogue item that says so, as several channels may define the same bundle
     */
    record KitDefined(String source, String version, List<Part> parts) implements Fact {
        public KitDefined {
            parts = List.copyOf(parts);
        }
    }

    /** {@code quantity} units of {@code sku} in one bundle. */
    record Part(String sku, long quantity) {}

    /** This SKU is a part of the bundle {@code kit}. */
    record PartOfKit(String kit) implements Fact {}

    /** A part of this bundle has {@code available} units at a location. */
    record ComponentStock(String sku, String location, long available, long version) implements Fact {}
}
