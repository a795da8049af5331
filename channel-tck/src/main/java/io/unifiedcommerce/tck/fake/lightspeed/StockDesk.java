package io.unifiedcommerce.tck.fake.lightspeed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.StockWrite;
import io.unifiedcommerce.tck.fake.StockWrites;
import io.unifiedcommerce.tck.fake.shop.Level;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Writes of stock: absolute ones of one product, and batches of adjustments, which are taken whole or refused whole. */
final class StockDesk {
    private static final int MOST = 1000;
    private static final int LONGEST_NAME = 30;
    private static final Set<String> LOSSES = Set.of("DAMAGE", "EXPIRY", "INTERNAL_USE", "THEFT", "DONATION");
    private static final Set<String> GAINS = Set.of("STOCK_FOUND", "SAMPLE_FOR_SALE");

    private record Reason(String name, boolean positive) {}

    private record Adjustment(Variant variant, long outlet, long quantity, JsonNode row) {}

    private final Shop shop;
    private final StockWrites writes;
    private final Clock clock;
    private final Map<Long, Reason> reasons = new ConcurrentSkipListMap<>();
    private final AtomicLong reasonIds = new AtomicLong();
    private final AtomicLong adjustmentIds = new AtomicLong();

    StockDesk(Shop shop, StockWrites writes, Clock clock) {
        this.shop = shop;
        this.writes = writes;
        this.clock = clock;
    }

    void serve(Routes routes) {
        routes.on("PUT", "/products/{id}", "products:write", (call, path) -> set(call, path.text("id")))
                .on("POST", "/stock_adjustments", "inventory:write", (call, path) -> adjust(call))
                .on("GET", "/custom_inventory_adjustment_reasons", "inventory:write", (call, path) -> reasons(call))
                .on("POST", "/custom_inventory_adjustment_reasons", "inventory:write", (call, path) -> define(call));
    }

    private HttpAnswer set(HttpCall call, String id) throws IOException {
        Variant variant = variant(id, 404);
        JsonNode levels = call.json().path("details").path("inventory");
        if (!levels.isArray()) {
            throw new ApiProblem(422, "details.inventory must be a list");
        }
        for (JsonNode row : levels) {
            long outlet = outlet(row);
            if (!row.path("current_amount").isNumber()) {
                throw new ApiProblem(422, "current_amount must be a number");
            }
            put(variant, outlet, row.path("current_amount").asLong(), "");
        }
        return HttpAnswer.json(200, Map.of("data", Map.of("product", Map.of("id", id))));
    }

    private HttpAnswer adjust(HttpCall call) throws IOException {
        JsonNode rows = call.json().path("stock_adjustments");
        if (!rows.isArray() || rows.isEmpty() || rows.size() > MOST) {
            throw new ApiProblem(422, "stock_adjustments must hold 1 to " + MOST + " items");
        }
        List<Adjustment> batch = new ArrayList<>();
        rows.forEach(row -> batch.add(checked(row)));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode data = body.putArray("data");
        shop.stock().together(() -> {
            for (Adjustment part : batch) {
                long before = onHand(part.variant(), part.outlet());
                put(
                        part.variant(),
                        part.outlet(),
                        before + part.quantity(),
                        part.row().path("reason").asText());
                ObjectNode json = data.addObject().setAll((ObjectNode) part.row());
                json.put("id", Ids.ADJUSTMENT.of(adjustmentIds.incrementAndGet()))
                        .put("user_id", Ids.USER.of(1))
                        .put("created_at", clock.instant().toString());
            }
            return null;
        });
        return HttpAnswer.json(201, body);
    }

    private Adjustment checked(JsonNode row) {
        JsonNode quantity = row.path("quantity");
        if (!quantity.isTextual()) {
            throw new ApiProblem(422, "quantity must be a numeric string");
        }
        long units = new BigDecimal(quantity.asText()).longValueExact();
        String reason = row.path("reason").asText("");
        Reason custom = reasons.get(Ids.REASON.number(
                row.path("custom_inventory_adjustment_reason_id").asText("")));
        boolean positive = custom != null ? custom.positive() : GAINS.contains(reason);
        if (reason.equals("CUSTOM") != (custom != null)
                || custom == null && !LOSSES.contains(reason) && !GAINS.contains(reason)) {
            throw new ApiProblem(422, "reason is unknown");
        }
        if (units == 0 || positive != units > 0) {
            throw new ApiProblem(422, "the sign of quantity does not fit its reason");
        }
        return new Adjustment(variant(row.path("product_id").asText(), 422), outlet(row), units, row);
    }

    private Variant variant(String id, int status) {
        return shop.catalogue()
                .variants()
                .find(Ids.PRODUCT.number(id))
                .orElseThrow(() -> new ApiProblem(status, "Product not found"));
    }

    private long outlet(JsonNode row) {
        long outlet = Ids.OUTLET.number(row.path("outlet_id").asText(""));
        if (shop.locations().records().find(outlet).isEmpty()) {
            throw new ApiProblem(422, "outlet_id is unknown");
        }
        return outlet;
    }

    private long onHand(Variant variant, long outlet) {
        return shop.stock()
                .level(variant.itemId(), outlet)
                .map(level -> level.available() + level.committed())
                .orElse(0L);
    }

    private void put(Variant variant, long outlet, long onHand, String reason) {
        long before = onHand(variant, outlet);
        if (shop.stock().level(variant.itemId(), outlet).isEmpty()) {
            shop.stock().open(variant.itemId(), outlet, onHand);
        } else {
            shop.stock()
                    .change(
                            variant.itemId(),
                            outlet,
                            (Level level) -> level.holding(onHand - level.committed(), level.committed()));
        }
        writes.add(new StockWrite(
                clock.instant(), variant.sku(), outlet, "current_inventory_level", before, onHand, reason));
    }

    private HttpAnswer reasons(HttpCall call) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode data = body.putArray("data");
        long after = call.param("after").map(Long::valueOf).orElse(0L);
        reasons.forEach((id, reason) -> {
            if (id > after) {
                data.add(json(id, reason));
            }
        });
        body.putObject("version").putNull("min").putNull("max");
        return HttpAnswer.json(200, body);
    }

    private HttpAnswer define(HttpCall call) throws IOException {
        JsonNode body = call.json();
        String name = body.path("name").asText("");
        String type = body.path("type").asText("");
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || !Set.of("POSITIVE", "NEGATIVE").contains(type)) {
            throw new ApiProblem(422, "name or type is not valid");
        }
        if (reasons.values().stream().anyMatch(reason -> reason.name().equals(name))) {
            throw new ApiProblem(409, "a reason of this name exists");
        }
        long id = reasonIds.incrementAndGet();
        Reason reason = new Reason(name, type.equals("POSITIVE"));
        reasons.put(id, reason);
        return Listing.one(json(id, reason));
    }

    private static ObjectNode json(long id, Reason reason) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", Ids.REASON.of(id))
                .put("name", reason.name())
                .put("type", reason.positive() ? "POSITIVE" : "NEGATIVE")
                .put("enabled", true)
                .put("is_from_external_source", true)
                .put("version", id);
    }
}
