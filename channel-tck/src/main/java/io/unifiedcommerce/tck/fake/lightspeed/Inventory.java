package io.unifiedcommerce.tck.fake.lightspeed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Level;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Levels of products at outlets. A level still holds what waits for pick-up or delivery. Answers are bare lists. */
final class Inventory {
    private static final int BY_DEFAULT = 1000;
    private static final int MOST = 5000;

    private final Shop shop;
    private final Feed feed;
    private final Map<Long, Level> newest = new ConcurrentHashMap<>();

    Inventory(Shop shop, Feed feed) {
        this.shop = shop;
        this.feed = feed;
    }

    void serve(Routes routes) {
        routes.on("POST", "/inventory", "inventory:read", (call, path) -> list(call))
                .on("GET", "/inventory/{id}", "inventory:read", (call, path) -> ofProduct(path.text("id")));
    }

    void changed(Level level) {
        newest.put(level.id(), level);
        feed.changed(Ids.LEVEL, level.id());
    }

    private HttpAnswer list(HttpCall call) throws IOException {
        JsonNode body = call.json();
        // A number in a text is refused, as the contract has it.
        if (body.hasNonNull("after") && !body.get("after").isIntegralNumber()) {
            throw new ApiProblem(400, "after must be a whole number");
        }
        int size = body.path("size").asInt(BY_DEFAULT);
        if (size < 1 || size > MOST) {
            throw new ApiProblem(400, "size must be from 1 to " + MOST);
        }
        boolean ascending = body.path("sort_direction").asText("desc").equals("asc");
        List<Feed.Entry> found = feed.after(body.path("after").asLong(0), Integer.MAX_VALUE, Ids.LEVEL);
        int from = ascending ? 0 : Math.max(0, found.size() - size);
        List<Feed.Entry> page = found.subList(from, Math.min(found.size(), from + size));
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < page.size(); i++) {
            json(page.get(ascending ? i : page.size() - 1 - i).id()).ifPresent(rows::add);
        }
        return HttpAnswer.json(200, rows);
    }

    private HttpAnswer ofProduct(String id) {
        Variant variant = shop.catalogue()
                .variants()
                .find(Ids.PRODUCT.number(id))
                .orElseThrow(() -> new ApiProblem(404, "Product not found"));
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        shop.stock().levels(variant.itemId()).forEach(level -> json(level.id()).ifPresent(rows::add));
        return HttpAnswer.json(200, rows);
    }

    /** Rows of products that are gone are not listed. */
    private Optional<ObjectNode> json(long levelId) {
        return Optional.ofNullable(newest.get(levelId))
                .flatMap(level -> shop.stock().level(level.itemId(), level.locationId()))
                .flatMap(level -> shop.catalogue().byItem(level.itemId()).map(variant -> json(level, variant)));
    }

    private ObjectNode json(Level level, Variant variant) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", Ids.LEVEL.of(level.id()))
                .put("product_id", Ids.PRODUCT.of(variant.id()))
                .put("outlet_id", Ids.OUTLET.of(level.locationId()))
                .put("current_inventory_level", level.available() + level.committed())
                .put("quantity_to_procure", 0)
                .putNull("average_cost")
                .putNull("reorder_method")
                .put("version", feed.version(Ids.LEVEL, level.id()))
                .putNull("deleted_at");
    }
}
