package io.unifiedcommerce.flink.inventory.core;

/** What the number of an authority measures. */
public enum Measured {
    /** Units physically there: still contains units sold but not shipped. */
    ON_HAND,
    /** Units free to sell: net of the orders that the authority knows. */
    AVAILABLE
}
