package io.unifiedcommerce.tck.fake.shopify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Records;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Versioned;
import java.util.function.Function;

/** The few legacy REST reads that an old client needs to be a witness of the shapes; paths without /admin/api/{v}. */
final class RestApi {
    private static final int DEFAULT_LIMIT = 50;

    private final Shop shop;
    private final ShopifySettings settings;
    private final RestJson json;
    private final RestOrderJson orders;
    private final RestProductJson products;

    RestApi(Shop shop, ShopifySettings settings, RestJson json, RestOrderJson orders, RestProductJson products) {
        this.shop = shop;
        this.settings = settings;
        this.json = json;
        this.orders = orders;
        this.products = products;
    }

    void serve(Routes routes) {
        routes.on("GET", "/shop", "", (call, path) -> HttpAnswer.json(200, shop()));
        resource(routes, "order", "read_orders", shop.orders().records(), orders::order);
        resource(routes, "customer", "read_customers", shop.customers().records(), json::customer);
        resource(routes, "product", "read_products", shop.catalogue().products(), products::product);
        resource(routes, "location", "read_locations", shop.locations().records(), json::location);
    }

    private static <T extends Versioned> void resource(
            Routes routes, String name, String scope, Records<T> records, Function<T, ObjectNode> json) {
        routes.on("GET", "/" + name + "s", scope, (call, path) -> list(call, name + "s", records, json))
                .on(
                        "GET",
                        "/" + name + "s/{id}",
                        scope,
                        (call, path) -> records.find(path.id("id"))
                                .map(one -> HttpAnswer.json(200, named(name, json.apply(one))))
                                .orElse(HttpAnswer.json(
                                        404, named("errors", null).put("errors", "Not Found"))));
    }

    private static <T extends Versioned> HttpAnswer list(
            HttpCall call, String name, Records<T> records, Function<T, ObjectNode> json) {
        long since = Long.parseLong(call.param("since_id").orElse("0"));
        int limit = Integer.parseInt(call.param("limit").orElse(String.valueOf(DEFAULT_LIMIT)));
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        records.byId().tailMap(since, false).values().stream()
                .limit(limit)
                .map(json)
                .forEach(rows::add);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set(name, rows);
        return HttpAnswer.json(200, body);
    }

    private static ObjectNode named(String name, ObjectNode content) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set(name, content);
        return body;
    }

    private ObjectNode shop() {
        return named(
                "shop",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", 1)
                        .put("name", "Fake shop")
                        .put("email", "shop@example.org")
                        .put("domain", settings.domain())
                        .put("myshopify_domain", settings.domain())
                        .put("currency", settings.currency())
                        .put("iana_timezone", settings.zone().getId())
                        .put("plan_name", "shopify_plus"));
    }
}
