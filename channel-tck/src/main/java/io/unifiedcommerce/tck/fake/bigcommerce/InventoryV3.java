package io.unifiedcommerce.tck.fake.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Level;
import io.unifiedcommerce.tck.fake.shop.Location;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.io.IOException;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Stock per location: /v3/inventory/items and /v3/inventory/locations/{id}/items. Nothing here carries a time. */
final class InventoryV3 {
    static final String SCOPE = "store_inventory";
    private static final int MAX_PAGE = 1000;

    private final Shop shop;

    InventoryV3(Shop shop) {
        this.shop = shop;
    }

    void serve(Routes routes) {
        routes.on("GET", "/v3/inventory/items", SCOPE, (call, path) -> items(call))
                .on("GET", "/v3/inventory/locations/{id}/items", SCOPE, (call, path) -> at(call, path.id("id")))
                .on("PUT", "/v3/inventory/locations/{id}/items", SCOPE, (call, path) -> settings(call, path.id("id")));
    }

    private HttpAnswer items(HttpCall call) {
        Predicate<Location> wanted = locations(call);
        return Page.of(call, MAX_PAGE).v3(variants(call), variant -> item(variant, wanted));
    }

    private HttpAnswer at(HttpCall call, long locationId) {
        if (shop.locations().records().find(locationId).isEmpty()) {
            throw new ApiError(404, "Location is not found");
        }
        List<Variant> stocked = variants(call).stream()
                .filter(variant ->
                        shop.stock().level(variant.itemId(), locationId).isPresent())
                .toList();
        return Page.of(call, MAX_PAGE).v3(stocked, variant -> {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.set("identity", identity(variant).without("sku_id"));
            listed(variant, locationId).ifPresent(level -> quantities(json, level));
            return json;
        });
    }

    private HttpAnswer settings(HttpCall call, long locationId) throws IOException {
        for (JsonNode setting : call.json().path("settings")) {
            Variant variant = ItemIdentity.find(shop, setting.path("identity"));
            if (setting.has("safety_stock")) {
                long safetyStock = setting.path("safety_stock").asLong();
                shop.stock().change(variant.itemId(), locationId, level -> level.keepingBack(safetyStock));
            }
        }
        return Adjustments.transaction();
    }

    private List<Variant> variants(HttpCall call) {
        Optional<List<String>> skus = Params.texts(call, "sku:in");
        Optional<List<Long>> variantIds = Params.integers(call, "variant_id:in");
        Optional<List<Long>> productIds = Params.integers(call, "product_id:in");
        Stream<Variant> found;
        if (skus.isPresent()) {
            found = skus.get().stream().flatMap(sku -> shop.catalogue().bySku(sku).stream());
        } else if (variantIds.isPresent()) {
            found = variantIds.get().stream().flatMap(id -> shop.catalogue().variants().find(id).stream());
        } else if (productIds.isPresent()) {
            found = productIds.get().stream()
                    .flatMap(id -> shop.catalogue().products().find(id).stream())
                    .flatMap(product -> product.variants().stream());
        } else {
            found = shop.catalogue().items().values().stream();
        }
        return found.distinct().toList();
    }

    private static Predicate<Location> locations(HttpCall call) {
        Optional<List<Long>> ids = Params.integers(call, "location_id:in");
        Optional<List<String>> codes = Params.texts(call, "location_code:in");
        return location -> ids.map(all -> all.contains(location.id())).orElse(true)
                && codes.map(all -> all.contains(location.code())).orElse(true);
    }

    private ObjectNode item(Variant variant, Predicate<Location> wanted) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("identity", identity(variant));
        ArrayNode rows = json.putArray("locations");
        for (Level level : shop.stock().levels(variant.itemId())) {
            Location location =
                    shop.locations().records().find(level.locationId()).orElseThrow();
            if (wanted.test(location)) {
                listed(variant, location.id()).ifPresent(shown -> {
                    ObjectNode row = rows.addObject()
                            .put("location_id", location.id())
                            .put("location_code", location.code())
                            .put("location_name", location.name())
                            .put("location_enabled", location.active());
                    quantities(row, shown);
                });
            }
        }
        return json;
    }

    /** The level as lists show it now, which lags behind writes. */
    private Optional<Level> listed(Variant variant, long locationId) {
        NavigableMap<Long, Level> listed = shop.stock().records().byId();
        return shop.stock()
                .level(variant.itemId(), locationId)
                .map(level -> listed.get(level.id()))
                .filter(Objects::nonNull);
    }

    private static ObjectNode identity(Variant variant) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sku", variant.sku())
                .put("sku_id", variant.itemId())
                .put("variant_id", variant.id())
                .put("product_id", variant.productId());
    }

    private static void quantities(ObjectNode row, Level level) {
        row.put("available_to_sell", level.available())
                .put("total_inventory_onhand", level.available() + level.safetyStock())
                .putObject("settings")
                .put("safety_stock", level.safetyStock())
                .put("is_in_stock", level.available() > 0)
                .put("warning_level", 0)
                .put("bin_picking_number", "");
    }
}
