package io.unifiedcommerce.tck.fake.shop;

/** What the stock of a product is counted by. */
public enum Tracking {
    NONE,
    PRODUCT,
    VARIANT
}
