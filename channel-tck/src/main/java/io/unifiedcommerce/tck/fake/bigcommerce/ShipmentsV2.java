package io.unifiedcommerce.tck.fake.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Fulfilment;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** /v2/orders/{id}/shipments. */
final class ShipmentsV2 {
    private final Shop shop;

    ShipmentsV2(Shop shop) {
        this.shop = shop;
    }

    void serve(Routes routes) {
        routes.on("GET", "/v2/orders/{id}/shipments", OrdersV2.SCOPE, (call, path) -> list(path.id("id")))
                .on("POST", "/v2/orders/{id}/shipments", OrdersV2.SCOPE, (call, path) -> create(call, path.id("id")));
    }

    private HttpAnswer list(long orderId) {
        Order order = OrdersV2.get(shop, orderId);
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        order.fulfilments().forEach(fulfilment -> rows.add(shipment(order, fulfilment)));
        return Page.v2(rows);
    }

    private HttpAnswer create(HttpCall call, long orderId) throws IOException {
        OrdersV2.get(shop, orderId);
        JsonNode body = call.json();
        Map<Long, Integer> units = new LinkedHashMap<>();
        body.path("items")
                .forEach(item -> units.put(
                        item.path("order_product_id").asLong(),
                        item.path("quantity").asInt()));
        Fulfilment.Tracking tracking = new Fulfilment.Tracking(
                body.path("tracking_carrier").asText(""),
                body.path("tracking_number").asText(""),
                body.path("tracking_link").asText(""));
        try {
            Order order = shop.orders().fulfil(orderId, units, tracking);
            Fulfilment made = order.fulfilments().get(order.fulfilments().size() - 1);
            return HttpAnswer.json(201, shipment(order, made));
        } catch (IllegalArgumentException e) {
            throw new ApiError(400, "The field 'items' is invalid: " + e.getMessage(), "items");
        }
    }

    private static ObjectNode shipment(Order order, Fulfilment fulfilment) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", fulfilment.id())
                .put("order_id", order.id())
                .put("customer_id", order.placed().customerId())
                .put("order_address_id", OrderJson.addressId(order))
                .put("date_created", Dates.v2(fulfilment.createdAt()))
                .put("tracking_number", fulfilment.tracking().number())
                .put("tracking_carrier", fulfilment.tracking().carrier())
                .put("tracking_link", fulfilment.tracking().url())
                .put("generated_tracking_link", "")
                .put("shipping_provider", "")
                .put("shipping_method", "")
                .put("comments", "");
        json.set("billing_address", Addresses.v2(order));
        json.set("shipping_address", Addresses.v2(order));
        ArrayNode items = json.putArray("items");
        order.lines().stream()
                .filter(line -> fulfilment.units().containsKey(line.id()))
                .forEach(line -> items.addObject()
                        .put("order_product_id", line.id())
                        .put("product_id", line.variant().productId())
                        .put("quantity", fulfilment.units().get(line.id())));
        return json;
    }
}
