package io.unifiedcommerce.flink.inventory.job;

import io.unifiedcommerce.flink.inventory.core.OrderFact;

/** A fact about one order, whose key is {@code order}. */
record OrderEvent(String tenant, String order, OrderFact fact) {}
