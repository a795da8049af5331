package io.unifiedcommerce.flink.inventory.core;

/** What to do with a channel's figure that no order and no push explains. */
public enum Policy {
    /** Overwrite it: the authority is right. */
    ENFORCE,
    /** Take it over as an adjustment of the hub's own stock: somebody edited it on purpose. */
    ACCEPT
}
