package io.unifiedcommerce.tck.fake.adobecommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.Payment;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Orders and their documents. */
final class Sales {
    static final String ACTIONS = "Magento_Sales::actions_view";

    private final Shop shop;
    private final OrderJson orders;
    private final OrderTimes times;
    private final Documents documents;
    private final BiFunction<HttpCall, List<Row>, HttpAnswer> search;

    Sales(Shop shop, OrderTimes times, Documents documents, BiFunction<HttpCall, List<Row>, HttpAnswer> search) {
        this.shop = shop;
        this.orders = new OrderJson(times);
        this.times = times;
        this.documents = documents;
        this.search = search;
    }

    void serve(Routes routes) {
        routes.on("GET", "/V1/orders", ACTIONS, (call, path) -> search.apply(call, orders()))
                .on("GET", "/V1/orders/{id}", ACTIONS, (call, path) -> HttpAnswer.json(200, order(path.id("id"))))
                .on("GET", "/V1/shipments", ACTIONS, (call, path) -> search.apply(call, shipments()))
                .on("GET", "/V1/invoices", ACTIONS, (call, path) -> search.apply(call, invoices()))
                .on("GET", "/V1/creditmemos", ACTIONS, (call, path) -> search.apply(call, creditMemos()));
    }

    private ObjectNode order(long id) {
        return shop.orders()
                .records()
                .find(id)
                .map(orders::order)
                .orElseThrow(() -> CommerceError.notFound("entity_id", id));
    }

    private List<Row> orders() {
        return listed(order -> Stream.of(order)).stream()
                .map(order -> new Row(
                        Map.of(
                                "entity_id",
                                order.id(),
                                "updated_at",
                                Times.write(times.of(order)),
                                "created_at",
                                Times.write(order.placedAt())),
                        orders.order(order)))
                .toList();
    }

    private List<Row> shipments() {
        return rows(order -> order.fulfilments().stream().map(fulfilment -> documents.shipment(order, fulfilment)));
    }

    /** An order that was paid has one invoice; one that was cancelled was never paid, as Magento sees it. */
    private List<Row> invoices() {
        return rows(order -> order.payments().stream()
                .filter(payment -> payment.kind() == Payment.Kind.SALE && !order.cancelled())
                .map(payment -> documents.invoice(order, payment)));
    }

    private List<Row> creditMemos() {
        return rows(order -> order.cancelled()
                ? Stream.empty()
                : order.refunds().stream().map(refund -> documents.creditMemo(order, refund)));
    }

    private List<Row> rows(Function<Order, Stream<ObjectNode>> documentsOf) {
        return listed(documentsOf).stream()
                .map(json -> new Row(
                        Map.of(
                                "entity_id",
                                json.path("entity_id").asLong(),
                                "order_id",
                                json.path("order_id").asLong(),
                                "updated_at",
                                json.path("updated_at").asText()),
                        json))
                .toList();
    }

    private <T> List<T> listed(Function<Order, Stream<T>> parts) {
        return shop.orders().records().byId().values().stream().flatMap(parts).toList();
    }
}
