package io.unifiedcommerce.tck.fake.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.Records.Position;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** GET, PUT and DELETE of /v2/orders, with the lines of an order. */
final class OrdersV2 {
    static final String SCOPE = "store_v2_orders";
    private static final int MAX_PAGE = 250;

    private final Shop shop;
    private final OrderStates states;
    private final OrderJson json;

    OrdersV2(Shop shop, OrderStates states, OrderJson json) {
        this.shop = shop;
        this.states = states;
        this.json = json;
    }

    void serve(Routes routes) {
        routes.on("GET", "/v2/orders", SCOPE, (call, path) -> list(call))
                .on("GET", "/v2/orders/count", SCOPE, (call, path) -> count(call))
                .on("GET", "/v2/orders/{id}", SCOPE, (call, path) -> one(call, path.id("id")))
                .on("PUT", "/v2/orders/{id}", SCOPE, (call, path) -> amend(call, path.id("id")))
                .on("DELETE", "/v2/orders/{id}", SCOPE, (call, path) -> archive(path.id("id")))
                .on("GET", "/v2/orders/{id}/products", SCOPE, (call, path) -> lines(call, path.id("id")))
                .on("GET", "/v2/order_statuses", SCOPE, (call, path) -> statuses());
    }

    static Order get(Shop shop, long id) {
        return shop.orders()
                .records()
                .find(id)
                .orElseThrow(() -> new ApiError(404, "The requested resource was not found."));
    }

    private HttpAnswer list(HttpCall call) {
        Page page = Page.of(call, MAX_PAGE);
        Inclusion include = Inclusion.of(call);
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        sorted(call)
                .filter(matching(call))
                .skip(page.skip())
                .limit(page.size())
                .forEach(order -> rows.add(json.order(order, include)));
        return Page.v2(rows);
    }

    private HttpAnswer count(HttpCall call) {
        long count = candidates(call).stream().filter(matching(call)).count();
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("count", count);
        body.putArray("statuses");
        return HttpAnswer.json(200, body);
    }

    /** Walks the index that fits the filter, so that a poll costs what it returns and not what the store holds. */
    private Collection<Order> candidates(HttpCall call) {
        if (call.param("min_id").isPresent() || call.param("max_id").isPresent()) {
            long from = Params.integer(call, "min_id").orElse(0L);
            long to = Params.integer(call, "max_id").orElse(Long.MAX_VALUE);
            return shop.orders()
                    .records()
                    .byId()
                    .subMap(from, true, Math.max(from, to), true)
                    .values();
        }
        if (call.param("min_date_modified").isPresent()) {
            Instant from = Params.instant(call, "min_date_modified").orElseThrow();
            return shop.orders()
                    .records()
                    .byUpdate()
                    .tailMap(new Position(from, 0), true)
                    .values();
        }
        return shop.orders().records().byId().values();
    }

    private Stream<Order> sorted(HttpCall call) {
        String sort = call.param("sort").orElse("id:asc");
        boolean byUpdateAlready = call.param("min_date_modified").isPresent()
                && call.param("min_id").isEmpty()
                && call.param("max_id").isEmpty();
        Stream<Order> orders = candidates(call).stream();
        if (sort.equals("date_modified:asc") || sort.equals("date_modified")) {
            return byUpdateAlready ? orders : orders.sorted(order(sort));
        }
        boolean byIdAlready = !byUpdateAlready && (sort.equals("id:asc") || sort.equals("id"));
        return byIdAlready ? orders : orders.sorted(order(sort));
    }

    private Comparator<Order> order(String sort) {
        String field = sort.replaceFirst(":(asc|desc)$", "");
        Comparator<Order> comparator =
                switch (field) {
                    case "id", "channel_id", "external_id" -> Comparator.comparing(Order::id);
                    case "customer_id" ->
                        Comparator.comparing(order -> order.placed().customerId());
                    case "date_created" -> Comparator.comparing(Order::placedAt);
                    case "date_modified" -> Comparator.comparing(Order::updatedAt);
                    case "status_id" -> Comparator.comparing(states::statusId);
                    default -> throw new ApiError(400, "The field 'sort' is invalid: " + sort, "sort");
                };
        Comparator<Order> stable = comparator.thenComparing(Order::id);
        return sort.endsWith(":desc") ? stable.reversed() : stable;
    }

    private Predicate<Order> matching(HttpCall call) {
        Predicate<Order> all = order -> true;
        all = and(all, call, "min_id", (order, value) -> order.id() >= toLong(value));
        all = and(all, call, "max_id", (order, value) -> order.id() <= toLong(value));
        all = and(all, call, "status_id", (order, value) -> states.statusId(order) == toLong(value));
        all = and(all, call, "customer_id", (order, value) -> order.placed().customerId() == toLong(value));
        all = and(all, call, "channel_id", (order, value) -> toLong(value) == 1);
        all = and(all, call, "email", (order, value) -> order.placed().email().equalsIgnoreCase(value));
        all = and(
                all,
                call,
                "external_order_id",
                (order, value) -> states.amendment(order.id()).externalOrderId().equals(value));
        all = between(all, call, "date_created", Order::placedAt);
        return between(all, call, "date_modified", Order::updatedAt);
    }

    private static Predicate<Order> between(
            Predicate<Order> all, HttpCall call, String field, java.util.function.Function<Order, Instant> time) {
        Instant from = Params.instant(call, "min_" + field).orElse(Instant.MIN);
        Instant to = Params.instant(call, "max_" + field).orElse(Instant.MAX);
        return all.and(
                order -> !time.apply(order).isBefore(from) && !time.apply(order).isAfter(to));
    }

    private static Predicate<Order> and(
            Predicate<Order> all, HttpCall call, String name, java.util.function.BiPredicate<Order, String> test) {
        return call.param(name)
                .map(value -> all.and(order -> test.test(order, value)))
                .orElse(all);
    }

    private static long toLong(String value) {
        return Long.parseLong(value);
    }

    private HttpAnswer one(HttpCall call, long id) {
        Inclusion include = Inclusion.of(call);
        return HttpAnswer.json(200, json.order(get(shop, id), include));
    }

    private HttpAnswer lines(HttpCall call, long id) {
        Order order = get(shop, id);
        Page page = Page.of(call, MAX_PAGE);
        return Page.v2(json.lines(
                order,
                order.lines().stream().skip(page.skip()).limit(page.size()).toList()));
    }

    private HttpAnswer amend(HttpCall call, long id) throws IOException {
        get(shop, id);
        JsonNode body = call.json();
        OrderStates.Amendment before = states.amendment(id);
        states.amend(
                id,
                new OrderStates.Amendment(
                        body.path("status_id").asInt(before.statusId()),
                        body.path("staff_notes").asText(before.staffNotes()),
                        body.path("external_order_id").asText(before.externalOrderId())));
        return HttpAnswer.json(200, json.order(shop.orders().touch(id), Inclusion.NONE));
    }

    private HttpAnswer archive(long id) {
        get(shop, id);
        shop.orders().delete(id);
        return HttpAnswer.empty(204);
    }

    private static HttpAnswer statuses() {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (int id = 0; id < OrderStates.NAMES.size(); id++) {
            String name = OrderStates.NAMES.get(id);
            rows.addObject()
                    .put("id", id)
                    .put("name", name)
                    .put("system_label", name)
                    .put("custom_label", name);
        }
        return HttpAnswer.json(200, rows);
    }
}
