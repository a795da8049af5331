package io.unifiedcommerce.tck.fake.shopify;

import io.unifiedcommerce.tck.fake.shop.Order;

/** Shopify's words for how an order stands. */
final class OrderStatus {
    private OrderStatus() {}

    static String financial(Order order) {
        if (order.payments().isEmpty()) {
            return "PENDING";
        }
        if (order.refunded().signum() == 0) {
            return "PAID";
        }
        boolean nothingLeft = order.lines().stream().allMatch(line -> line.current() == 0);
        return nothingLeft ? "REFUNDED" : "PARTIALLY_REFUNDED";
    }

    static String fulfilment(Order order) {
        if (order.unitsFulfilled() == 0) {
            return "UNFULFILLED";
        }
        return order.unitsOpen() == 0 ? "FULFILLED" : "PARTIALLY_FULFILLED";
    }

    static String open(Order order) {
        return order.cancelled() ? "cancelled" : "open";
    }
}
