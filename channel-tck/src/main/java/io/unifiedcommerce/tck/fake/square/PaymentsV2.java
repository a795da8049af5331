package io.unifiedcommerce.tck.fake.square;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.Payment;
import io.unifiedcommerce.tck.fake.shop.Refund;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** /v2/payments, which lists one location only, and /v2/refunds, which lists all. */
final class PaymentsV2 {
    private static final String SCOPE = "PAYMENTS_READ";
    private static final int MOST = 100;
    private static final int RECEIPT = 4;
    private static final String MAIN_LOCATION = "1";

    private final Shop shop;

    /** A payment or refund as listings sort it. */
    private record Row(String id, String location, Instant at, ObjectNode json) {}

    PaymentsV2(Shop shop) {
        this.shop = shop;
    }

    void serve(Routes routes) {
        routes.on(
                        "GET",
                        "/v2/payments",
                        SCOPE,
                        (call, path) -> list(
                                call,
                                "payments",
                                payments(),
                                call.param("location_id").orElse(MAIN_LOCATION)))
                .on("GET", "/v2/payments/{id}", SCOPE, (call, path) -> one("payment", payments(), path.text("id")))
                .on(
                        "GET",
                        "/v2/refunds",
                        SCOPE,
                        (call, path) -> list(
                                call,
                                "refunds",
                                refunds(),
                                call.param("location_id").orElse(null)))
                .on("GET", "/v2/refunds/{id}", SCOPE, (call, path) -> one("refund", refunds(), path.text("id")));
    }

    private static HttpAnswer list(HttpCall call, String key, List<Row> rows, String location) {
        Instant from =
                Json.instant(call.param("updated_at_begin_time").orElse(""), Instant.MIN, "updated_at_begin_time");
        Instant to = Json.instant(call.param("updated_at_end_time").orElse(""), Instant.MAX, "updated_at_end_time");
        Comparator<Row> order = Comparator.comparing(Row::at).thenComparing(Row::id);
        boolean ascending = call.param("sort_order").orElse("DESC").equals("ASC");
        List<ObjectNode> found = rows.stream()
                .filter(row -> location == null || row.location().equals(location))
                .filter(row -> !row.at().isBefore(from) && row.at().isBefore(to))
                .sorted(ascending ? order : order.reversed())
                .map(Row::json)
                .toList();
        return Paging.of(call, MOST, MOST).answer(key, found);
    }

    private static HttpAnswer one(String key, List<Row> rows, String id) {
        return rows.stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .map(row -> HttpAnswer.json(200, Json.object().set(key, row.json())))
                .orElseThrow(() -> ApiError.notFound("Could not find " + key));
    }

    private List<Row> payments() {
        List<Row> rows = new ArrayList<>();
        for (Order order : shop.orders().records().byId().values()) {
            order.payments().stream()
                    .filter(payment -> payment.kind() == Payment.Kind.SALE)
                    .forEach(payment -> rows.add(payment(order, payment)));
        }
        return rows;
    }

    private static Row payment(Order order, Payment payment) {
        String id = Long.toString(payment.id());
        ObjectNode json = common(id, order, payment.at(), payment);
        json.put("order_id", Long.toString(order.id()))
                .put("source_type", "CARD")
                .put("receipt_number", id.substring(Math.max(0, id.length() - RECEIPT)));
        json.set("total_money", Json.money(payment.amount(), order.placed().currency()));
        json.putObject("card_details")
                .putObject("card")
                .put("card_brand", "VISA")
                .put("last_4", "1111");
        return new Row(id, Long.toString(order.placed().locationId()), payment.at(), json);
    }

    private List<Row> refunds() {
        List<Row> rows = new ArrayList<>();
        for (Order order : shop.orders().records().byId().values()) {
            for (Refund refund : order.refunds()) {
                order.payments().stream()
                        .filter(payment -> payment.id() == refund.paymentId())
                        .forEach(payment -> rows.add(refund(order, refund, payment)));
            }
        }
        return rows;
    }

    private static Row refund(Order order, Refund refund, Payment payment) {
        String id = payment.parentId() + "_" + payment.id();
        ObjectNode json = common(id, order, refund.createdAt(), payment);
        json.put("order_id", Long.toString(refund.id()))
                .put("payment_id", Long.toString(payment.parentId()))
                .put("reason", refund.note());
        return new Row(id, Long.toString(order.placed().locationId()), refund.createdAt(), json);
    }

    private static ObjectNode common(String id, Order order, Instant at, Payment payment) {
        ObjectNode json = Json.object().put("id", id).put("status", "COMPLETED");
        json.put("location_id", Long.toString(order.placed().locationId()))
                .put("created_at", Json.time(at))
                .put("updated_at", Json.time(at));
        json.set("amount_money", Json.money(payment.amount(), order.placed().currency()));
        return json;
    }
}
