package io.unifiedcommerce.tck.fake.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.Payment;
import io.unifiedcommerce.tck.fake.shop.Records.Position;
import io.unifiedcommerce.tck.fake.shop.Refund;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Transactions of one order, and the refunds of all orders. */
final class PaymentsV3 {
    private static final String TRANSACTIONS = "store_v2_transactions";
    private static final String GATEWAY = "testgateway";
    private static final int MAX_PAGE = 250;

    private record OrderRefund(Order order, Refund refund) {}

    private final Shop shop;

    PaymentsV3(Shop shop) {
        this.shop = shop;
    }

    void serve(Routes routes) {
        routes.on("GET", "/v3/orders/payment_actions/refunds", OrdersV2.SCOPE, (call, path) -> refunds(call))
                .on(
                        "GET",
                        "/v3/orders/{id}/payment_actions/refunds",
                        OrdersV2.SCOPE,
                        (call, path) -> Page.of(call, MAX_PAGE)
                                .v3(refundsOf(OrdersV2.get(shop, path.id("id"))), PaymentsV3::refund))
                .on("GET", "/v3/orders/{id}/transactions", TRANSACTIONS, (call, path) -> {
                    Order order = OrdersV2.get(shop, path.id("id"));
                    return Page.of(call, MAX_PAGE).v3(order.payments(), payment -> transaction(order, payment));
                });
    }

    private HttpAnswer refunds(HttpCall call) {
        Instant from = Params.instant(call, "created:min").orElse(Instant.MIN);
        Instant to = Params.instant(call, "created:max").orElse(Instant.MAX);
        Optional<List<Long>> orders = Params.integers(call, "order_id:in");
        Optional<List<Long>> ids = Params.integers(call, "id:in");
        // A refund updates its order, so every refund since a time is in an order updated since then.
        List<OrderRefund> found =
                shop.orders().records().byUpdate().tailMap(new Position(from, 0), true).values().stream()
                        .filter(order -> orders.isEmpty() || orders.get().contains(order.id()))
                        .flatMap(order -> refundsOf(order).stream())
                        .filter(entry -> !entry.refund().createdAt().isBefore(from))
                        .filter(entry -> !entry.refund().createdAt().isAfter(to))
                        .filter(entry -> ids.isEmpty()
                                || ids.get().contains(entry.refund().id()))
                        .sorted(Comparator.comparing(entry -> entry.refund().id()))
                        .toList();
        return Page.of(call, MAX_PAGE).v3(found, PaymentsV3::refund);
    }

    private static List<OrderRefund> refundsOf(Order order) {
        return order.refunds().stream()
                .map(refund -> new OrderRefund(order, refund))
                .toList();
    }

    private static JsonNode refund(OrderRefund entry) {
        Refund refund = entry.refund();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", refund.id())
                .put("order_id", entry.order().id())
                .put("user_id", 1)
                .put("created", Dates.v3(refund.createdAt()))
                .put("reason", refund.note())
                .put("total_amount", refund.amount())
                .put("total_tax", entry.order().taxIn(refund.amount()))
                .put("uses_merchant_override_values", false);
        ArrayNode items = json.putArray("items");
        refund.lines()
                .forEach(line -> items.addObject()
                        .put("item_type", "PRODUCT")
                        .put("item_id", line.lineId())
                        .put("quantity", line.quantity())
                        .put("requested_amount", line.amount())
                        .put("reason", refund.note())
                        .putArray("adjustments"));
        ArrayNode payments = json.putArray("payments");
        if (refund.paymentId() != 0) {
            payments.addObject()
                    .put("id", refund.paymentId())
                    .put("provider_id", GATEWAY)
                    .put("amount", refund.amount())
                    .put("offline", false)
                    .put("is_declined", false)
                    .put("declined_message", "")
                    .put("transaction_id", String.valueOf(refund.paymentId()));
        }
        return json;
    }

    private static JsonNode transaction(Order order, Payment payment) {
        boolean sale = payment.kind() == Payment.Kind.SALE;
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", payment.id())
                .put("order_id", String.valueOf(order.id()))
                .put("event", sale ? "purchase" : "refund")
                .put("method", "credit_card")
                .put("amount", payment.amount())
                .put("currency", order.placed().currency())
                .put("gateway", GATEWAY)
                .put("gateway_transaction_id", "GW" + payment.id())
                .put("status", "ok")
                .put("test", false)
                .put("fraud_review", false)
                .put("date_created", Dates.v3(payment.at()));
        if (!sale) {
            json.put("reference_transaction_id", payment.parentId());
        }
        return json;
    }
}
