package io.unifiedcommerce.flink.inventory.core;

/** Units of a bundle's part at one location. */
record Component(long available, long version) {}
