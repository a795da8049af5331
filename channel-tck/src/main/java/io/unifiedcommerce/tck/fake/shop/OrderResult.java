package io.unifiedcommerce.tck.fake.shop;

/** What became of a shopper's wish to buy. */
public sealed interface OrderResult {
    /** The order stands and its units are committed. */
    record Placed(Order order) implements OrderResult {}

    /** Nothing was sold: too few units of this SKU. */
    record OutOfStock(String sku, long locationId, long available, int wanted) implements OrderResult {}
}
