package io.unifiedcommerce.tck.fake.square;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.Refund;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** /v2/orders: search, and reading by id. What came back of an order is an order of its own. */
final class OrdersV2 {
    private static final String SCOPE = "ORDERS_READ";
    private static final int DEFAULT = 500;
    private static final int MOST = 1000;
    private static final int LOCATIONS = 10;
    private static final int IDS = 100;

    private final Shop shop;
    private final OrderJson json;

    /** An order as listings sort it. */
    private record Row(String id, String location, String state, Instant created, Instant updated, ObjectNode json) {}

    OrdersV2(Shop shop, OrderJson json) {
        this.shop = shop;
        this.json = json;
    }

    void serve(Routes routes) {
        routes.on("POST", "/v2/orders/search", SCOPE, (call, path) -> search(call.json()))
                .on("POST", "/v2/orders/batch-retrieve", SCOPE, (call, path) -> retrieve(call))
                .on("GET", "/v2/orders/{id}", SCOPE, (call, path) -> one(path.text("id")));
    }

    private HttpAnswer search(JsonNode body) {
        List<String> locations = Json.texts(body.path("location_ids"));
        if (locations.isEmpty() || locations.size() > LOCATIONS) {
            throw ApiError.invalid("INVALID_VALUE", "location_ids must name 1 to " + LOCATIONS, "location_ids");
        }
        JsonNode filter = body.path("query").path("filter");
        JsonNode times = filter.path("date_time_filter");
        String sort = body.path("query").path("sort").path("sort_field").asText("CREATED_AT");
        if (!times.isEmpty() && !times.has(sort.toLowerCase(java.util.Locale.ROOT))) {
            throw ApiError.invalid("BAD_REQUEST", "sort_field must match the date_time_filter", "query.sort");
        }
        List<String> states = Json.texts(filter.path("state_filter").path("states"));
        boolean ascending = body.path("query")
                .path("sort")
                .path("sort_order")
                .asText("DESC")
                .equals("ASC");
        Function<Row, Instant> time = sort.equals("UPDATED_AT") ? Row::updated : Row::created;
        Comparator<Row> order = Comparator.comparing(time).thenComparing(Row::id);
        List<ObjectNode> found = rows(shop.orders().records().byId().values()).stream()
                .filter(row -> locations.contains(row.location()))
                .filter(row -> states.isEmpty() || states.contains(row.state()))
                .filter(row -> within(times.path("updated_at"), row.updated()))
                .filter(row -> within(times.path("created_at"), row.created()))
                .sorted(ascending ? order : order.reversed())
                .map(Row::json)
                .toList();
        return Paging.of(body, DEFAULT, MOST).answer("orders", found);
    }

    private static boolean within(JsonNode range, Instant time) {
        return !time.isBefore(Json.instant(range, "start_at", Instant.MIN))
                && time.isBefore(Json.instant(range, "end_at", Instant.MAX));
    }

    private HttpAnswer retrieve(HttpCall call) throws IOException {
        List<String> ids = Json.texts(call.json().path("order_ids"));
        if (ids.isEmpty() || ids.size() > IDS) {
            throw ApiError.invalid("INVALID_VALUE", "order_ids must name 1 to " + IDS, "order_ids");
        }
        List<ObjectNode> found = rows(shop.orders().records().all()).stream()
                .filter(row -> ids.contains(row.id()))
                .map(Row::json)
                .toList();
        ObjectNode body = Json.object();
        if (!found.isEmpty()) {
            body.putArray("orders").addAll(found);
        }
        return HttpAnswer.json(200, body);
    }

    private HttpAnswer one(String id) {
        return rows(shop.orders().records().all()).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .map(row -> HttpAnswer.json(200, Json.object().set("order", row.json())))
                .orElseThrow(() -> ApiError.notFound("Order not found"));
    }

    private List<Row> rows(Collection<Order> orders) {
        List<Row> rows = new ArrayList<>();
        for (Order order : orders) {
            String location = Long.toString(order.placed().locationId());
            rows.add(new Row(
                    Long.toString(order.id()),
                    location,
                    OrderJson.state(order),
                    order.createdAt(),
                    order.updatedAt(),
                    json.order(order)));
            for (Refund refund : order.refunds()) {
                String id = Long.toString(refund.id());
                Instant at = refund.createdAt();
                rows.add(new Row(id, location, "COMPLETED", at, at, json.returned(order, refund)));
            }
        }
        return rows;
    }
}
