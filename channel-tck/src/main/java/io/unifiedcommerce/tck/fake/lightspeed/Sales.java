package io.unifiedcommerce.tck.fake.lightspeed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Fulfilment;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderLine;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sales, those that take goods back among them, and what is picked up or sent of them. */
final class Sales {
    private final Shop shop;
    private final Listing listing;
    private final SaleJson json;
    private final Map<Long, Long> orderOfRefund = new ConcurrentHashMap<>();

    Sales(Shop shop, Feed feed, Listing listing) {
        this.shop = shop;
        this.listing = listing;
        this.json = new SaleJson(feed);
    }

    void serve(Routes routes) {
        routes.on("GET", "/sales", "sales:read", (call, path) -> listing.page(call, this::sale, Ids.SALE, Ids.RETURN))
                .on("GET", "/sales/{id}", "sales:read", (call, path) -> sale(path.text("id")))
                .on("GET", "/fulfillments", "fulfillments:read", (call, path) -> fulfillments(call));
    }

    void refunded(long refundId, long orderId) {
        orderOfRefund.put(refundId, orderId);
    }

    private Optional<JsonNode> sale(Feed.Entry entry) {
        return entry.kind() == Ids.SALE ? find(entry.id()).map(json::sale) : returned(entry.id());
    }

    private HttpAnswer sale(String id) {
        long order = Ids.SALE.number(id);
        Optional<JsonNode> found = order >= 0 ? find(order).map(json::sale) : returned(Ids.RETURN.number(id));
        return Listing.one(found.orElseThrow(() -> new ApiProblem(404, "Not found")));
    }

    private Optional<JsonNode> returned(long refundId) {
        return Optional.ofNullable(orderOfRefund.get(refundId))
                .flatMap(this::find)
                .flatMap(order -> order.refunds().stream()
                        .filter(refund -> refund.id() == refundId)
                        .findFirst()
                        .map(refund -> json.returned(order, refund)));
    }

    private Optional<Order> find(long orderId) {
        return shop.orders().records().find(orderId);
    }

    private HttpAnswer fulfillments(HttpCall call) {
        List<String> sales = call.query().getOrDefault("sale_id", List.of());
        int page = call.param("page_number").map(Integer::valueOf).orElse(1);
        int size = call.param("page_size").map(Integer::valueOf).orElse(10);
        if (size < 1 || size > 100 || page < 1) {
            throw new ApiProblem(400, "page_size must be from 1 to 100");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode data = body.putArray("data");
        sales.stream()
                .map(Ids.SALE::number)
                .flatMap(id -> find(id).stream())
                .flatMap(order -> order.fulfilments().stream().map(part -> fulfillment(order, part)))
                .skip((page - 1L) * size)
                .limit(size)
                .forEach(data::add);
        return HttpAnswer.json(200, body);
    }

    private static ObjectNode fulfillment(Order order, Fulfilment part) {
        boolean pickup = order.placed().source().equals("pos");
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", "19477001" + part.id())
                .put("outlet_id", Ids.OUTLET.of(order.placed().locationId()))
                .put("sale_id", Ids.SALE.of(order.id()))
                .put("type", pickup ? "PICKUP" : "DISPATCH")
                .put("state", "FULFILLED")
                .put("note", "")
                .put("created_at", part.createdAt().toString())
                .put("updated_at", part.createdAt().toString())
                .put("version", 3);
        json.putArray("user_ids").add(Ids.USER.of(1));
        ArrayNode lines = json.putArray("line_items");
        part.units().forEach((lineId, units) -> {
            OrderLine line = order.line(lineId).orElseThrow();
            // Decimal texts, unlike everywhere else.
            String quantity = units + ".00";
            lines.addObject()
                    .put("sale_line_item_id", Ids.LINE.of(lineId))
                    .put("product_id", Ids.PRODUCT.of(line.variant().id()))
                    .put("quantity", quantity)
                    .put("picked_quantity", quantity)
                    .put("packed_quantity", quantity)
                    .put("fulfilled_quantity", quantity);
        });
        return json;
    }
}
