package io.unifiedcommerce.flink.inventory.event;

/** Why something that was read correctly is of no interest to the ledger. */
public enum Dropped {
    /** An order line without a SKU: nothing is counted by it. */
    NO_SKU,
    /** A gift card has no stock. */
    GIFT_CARD,
    /** The channel does not count the item: its quantity says nothing, least of all zero. */
    UNTRACKED,
    /** A figure of a place that the ledger neither counts nor writes to. */
    UNWATCHED,
    /** A location that the configuration tells to ignore. */
    IGNORED_LOCATION,
    /** A deleted record of a kind whose deletion does not change the stock. */
    DELETED,
    /** Goods that are paid back but do not come back into stock. */
    NOT_RESTOCKED
}
