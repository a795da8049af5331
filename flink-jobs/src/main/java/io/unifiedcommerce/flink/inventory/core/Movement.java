package io.unifiedcommerce.flink.inventory.core;

/**
 * A change of stock that is no sale, as it is kept.
 *
 * @param at when it took effect, moved to the safe side by the clock tolerance if it comes from another clock than the
 *     authority's
 */
public record Movement(String version, String location, long quantity, long at) {}
