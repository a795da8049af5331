package io.unifiedcommerce.tck.fake.square;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Level;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** /v2/inventory: counts, newest first, and the ledger of changes. What was never counted has no count. */
final class InventoryV2 {
    private static final String SCOPE = "INVENTORY_READ";
    private static final int MOST = 1000;
    private static final int DEFAULT = 100;

    private final Shop shop;
    private final StockLedger ledger;
    private final String applicationId;

    InventoryV2(Shop shop, StockLedger ledger, String applicationId) {
        this.shop = shop;
        this.ledger = ledger;
        this.applicationId = applicationId;
    }

    void serve(Routes routes) {
        routes.on("POST", "/v2/inventory/counts/batch-retrieve", SCOPE, (call, path) -> counts(call.json()))
                .on("POST", "/v2/inventory/changes/batch-retrieve", SCOPE, (call, path) -> changes(call.json()));
    }

    private HttpAnswer counts(JsonNode body) {
        List<String> locations = Json.texts(body.path("location_ids"));
        List<String> objects = Json.texts(body.path("catalog_object_ids"));
        List<String> states = Json.texts(body.path("states"));
        Instant after = Json.instant(body, "updated_after", Instant.MIN);
        List<ObjectNode> found = shop.stock().records().byId().values().stream()
                .filter(level -> states.isEmpty() || states.contains("IN_STOCK"))
                .filter(level -> locations.isEmpty() || locations.contains(Long.toString(level.locationId())))
                .filter(level -> !level.updatedAt().isBefore(after))
                .filter(level -> shop.catalogue().byItem(level.itemId()).isPresent())
                .sorted(Comparator.comparing(Level::updatedAt).reversed().thenComparing(Level::id))
                .map(this::count)
                .filter(count -> objects.isEmpty()
                        || objects.contains(count.path("catalog_object_id").asText()))
                .toList();
        return Paging.of(body, DEFAULT, MOST).answer("counts", found);
    }

    private ObjectNode count(Level level) {
        Variant variant = shop.catalogue().byItem(level.itemId()).orElseThrow();
        return count(variant, level);
    }

    static ObjectNode count(Variant variant, Level level) {
        return Json.object()
                .put("catalog_object_id", Long.toString(variant.id()))
                .put("catalog_object_type", "ITEM_VARIATION")
                .put("state", "IN_STOCK")
                .put("location_id", Long.toString(level.locationId()))
                .put("quantity", Long.toString(level.available()))
                .put("calculated_at", Json.time(level.updatedAt()));
    }

    private HttpAnswer changes(JsonNode body) {
        List<String> types = Json.texts(body.path("types"));
        List<String> locations = Json.texts(body.path("location_ids"));
        Instant after = Json.instant(body, "updated_after", Instant.MIN);
        Instant before = Json.instant(body, "updated_before", Instant.MAX);
        List<ObjectNode> found = ledger.all().stream()
                .filter(movement -> types.isEmpty() || types.contains("ADJUSTMENT"))
                .filter(movement -> locations.isEmpty() || locations.contains(Long.toString(movement.locationId())))
                .filter(movement -> !movement.created().isBefore(after)
                        && movement.created().isBefore(before))
                .sorted(Comparator.comparing(StockLedger.Movement::occurred).thenComparing(StockLedger.Movement::id))
                .map(this::change)
                .toList();
        return Paging.of(body, DEFAULT, MOST).answer("changes", found);
    }

    private ObjectNode change(StockLedger.Movement movement) {
        ObjectNode json = Json.object().put("type", "ADJUSTMENT");
        ObjectNode adjustment = json.putObject("adjustment")
                .put("id", Long.toString(movement.id()))
                .put("from_state", movement.from())
                .put("to_state", movement.to())
                .put("from_location_id", Long.toString(movement.locationId()))
                .put("to_location_id", Long.toString(movement.locationId()))
                .put("catalog_object_id", Long.toString(movement.variantId()))
                .put("catalog_object_type", "ITEM_VARIATION")
                .put("quantity", Long.toString(Math.abs(movement.delta())))
                .put("occurred_at", Json.time(movement.occurred()))
                .put("created_at", Json.time(movement.created()));
        ObjectNode source = adjustment.putObject("source");
        if (movement.told() == null) {
            source.put("product", "SQUARE_POS").put("name", "Point of Sale");
        } else {
            source.put("product", "EXTERNAL_API").put("application_id", applicationId);
            adjustment.put("reference_id", movement.told().reference());
        }
        return json;
    }
}
