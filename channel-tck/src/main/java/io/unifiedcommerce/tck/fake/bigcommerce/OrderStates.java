package io.unifiedcommerce.tck.fake.bigcommerce;

import io.unifiedcommerce.tck.fake.shop.Order;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** BigCommerce's view of an order: its status number, and what staff or an app noted on it. */
final class OrderStates {
    /** What was written to an order by hand or by the API; {@code statusId} below 0 means none. */
    record Amendment(int statusId, String staffNotes, String externalOrderId) {
        static final Amendment NONE = new Amendment(-1, "", "");

        Amendment withStatus(int newStatusId) {
            return new Amendment(newStatusId, staffNotes, externalOrderId);
        }
    }

    static final int SHIPPED = 2;
    static final int PARTIALLY_SHIPPED = 3;
    static final int REFUNDED = 4;
    static final int CANCELLED = 5;
    static final int AWAITING_PAYMENT = 7;
    static final int AWAITING_FULFILLMENT = 11;
    static final int PARTIALLY_REFUNDED = 14;

    static final List<String> NAMES = List.of(
            "Incomplete",
            "Pending",
            "Shipped",
            "Partially Shipped",
            "Refunded",
            "Cancelled",
            "Declined",
            "Awaiting Payment",
            "Awaiting Pickup",
            "Awaiting Shipment",
            "Completed",
            "Awaiting Fulfillment",
            "Manual Verification Required",
            "Disputed",
            "Partially Refunded");

    private final Map<Long, Amendment> amendments = new ConcurrentHashMap<>();

    Amendment amendment(long orderId) {
        return amendments.getOrDefault(orderId, Amendment.NONE);
    }

    void amend(long orderId, Amendment amendment) {
        amendments.put(orderId, amendment);
    }

    int statusId(Order order) {
        int byHand = amendment(order.id()).statusId();
        return byHand >= 0 ? byHand : derived(order);
    }

    String paymentStatus(Order order) {
        if (order.payments().isEmpty()) {
            return "";
        }
        if (order.refunded().signum() == 0) {
            return "captured";
        }
        return fullyRefunded(order) ? "refunded" : "partially refunded";
    }

    private static int derived(Order order) {
        if (order.cancelled()) {
            return CANCELLED;
        }
        if (order.refunded().signum() > 0) {
            return fullyRefunded(order) ? REFUNDED : PARTIALLY_REFUNDED;
        }
        if (order.payments().isEmpty()) {
            return AWAITING_PAYMENT;
        }
        if (order.unitsFulfilled() == 0) {
            return AWAITING_FULFILLMENT;
        }
        return order.unitsOpen() == 0 ? SHIPPED : PARTIALLY_SHIPPED;
    }

    private static boolean fullyRefunded(Order order) {
        BigDecimal left = order.total().subtract(order.refunded());
        return left.signum() <= 0 || order.lines().stream().allMatch(line -> line.current() == 0);
    }
}
