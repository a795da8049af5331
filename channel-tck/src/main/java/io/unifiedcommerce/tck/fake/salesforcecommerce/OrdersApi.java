package io.unifiedcommerce.tck.fake.salesforcecommerce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.stream.Stream;

/** Orders of one site: a search without a total, and one order. */
final class OrdersApi {
    private static final String SCOPE = "sfcc.orders";
    private static final int MAX_LIMIT = 200;
    private static final int MAX_HITS = 10_000;

    private final Shop shop;
    private final SalesforceSettings settings;
    private final OrderJson json;

    OrdersApi(Shop shop, SalesforceSettings settings) {
        this.shop = shop;
        this.settings = settings;
        this.json = new OrderJson(settings);
    }

    void serve(Routes routes) {
        String orders = "/checkout/orders/v1/organizations/" + settings.organizationId() + "/orders";
        routes.on("GET", orders, SCOPE, (call, path) -> search(call))
                .on("GET", orders + "/{no}", SCOPE, (call, path) -> one(call, path.id("no")));
    }

    private HttpAnswer search(HttpCall call) {
        requireSite(call);
        int limit = number(call, "limit", 100);
        int offset = number(call, "offset", 0);
        if (limit < 1 || limit > MAX_LIMIT || offset < 0) {
            throw Refusal.problem(400, "constraint-violation", "limit or offset is out of bounds");
        }
        if (offset + limit > MAX_HITS) {
            throw Refusal.problem(400, "result-window", "offset and limit reach beyond " + MAX_HITS);
        }
        Instant from = instant(call, "lastModifiedDateFrom", Instant.MIN);
        Instant to = instant(call, "lastModifiedDateTo", Instant.MAX);
        boolean byChange = call.param("sortBy").orElse("creation_date").equals("last_modified_date");
        Comparator<Order> order = Comparator.comparing(byChange ? Order::updatedAt : Order::createdAt);
        boolean descending = call.param("sortOrder").orElse("desc").equals("desc");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode data = body.putArray("data");
        Stream<Order> found = shop.orders().records().byId().values().stream()
                .filter(one ->
                        !one.updatedAt().isBefore(from) && one.updatedAt().isBefore(to))
                .sorted((descending ? order.reversed() : order).thenComparing(Order::id));
        found.skip(offset).limit(limit).map(json::of).forEach(data::add);
        return HttpAnswer.json(200, body);
    }

    private HttpAnswer one(HttpCall call, long id) {
        requireSite(call);
        return shop.orders()
                .records()
                .find(id)
                .map(order -> HttpAnswer.json(200, json.of(order)))
                .orElseThrow(() -> Refusal.problem(404, "order-not-found", "there is no such order"));
    }

    private void requireSite(HttpCall call) {
        if (!call.param("siteId").orElse("").equals(settings.siteId())) {
            throw Refusal.problem(400, "site-not-found", "siteId is missing or unknown");
        }
    }

    private static int number(HttpCall call, String name, int byDefault) {
        return call.param(name).map(Integer::parseInt).orElse(byDefault);
    }

    private static Instant instant(HttpCall call, String name, Instant byDefault) {
        try {
            return call.param(name).map(Instant::parse).orElse(byDefault);
        } catch (DateTimeParseException e) {
            throw Refusal.problem(400, "invalid-parameter", name + " is not a time");
        }
    }
}
