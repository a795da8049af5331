package io.unifiedcommerce.tck.fake.shop;

/** Something that happened in the shop; the platform turns it into webhooks. */
public sealed interface ShopChange {
    /** How a thing changed. */
    enum Kind {
        CREATED,
        UPDATED,
        DELETED
    }

    record OrderChanged(Kind kind, Order order) implements ShopChange {}

    record OrderCancelled(Order order) implements ShopChange {}

    record OrderFulfilled(Order order, Fulfilment fulfilment) implements ShopChange {}

    record OrderRefunded(Order order, Refund refund) implements ShopChange {}

    record OrderPaid(Order order, Payment payment) implements ShopChange {}

    /** A level changed; {@code sold} tells a sale or its reversal from a count, {@code delta} is of available units. */
    record StockChanged(Variant variant, Level level, long delta, boolean sold) implements ShopChange {}

    record ProductChanged(Kind kind, Product product) implements ShopChange {}

    record CustomerChanged(Kind kind, Customer customer) implements ShopChange {}

    record LocationChanged(Kind kind, Location location) implements ShopChange {}
}
