package io.unifiedcommerce.flink.inventory.core;

/** How a channel takes a new stock figure; the first that its API offers is the best. */
public enum PushMode {
    /** Add a difference: sales in between are kept. */
    DELTA,
    /** Write a figure if the channel still shows the expected one. */
    CAS,
    /** Write a figure, whatever the channel shows. */
    SET
}
