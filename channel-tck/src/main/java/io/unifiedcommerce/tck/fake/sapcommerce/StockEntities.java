package io.unifiedcommerce.tck.fake.sapcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.StockWrite;
import io.unifiedcommerce.tck.fake.StockWrites;
import io.unifiedcommerce.tck.fake.shop.Level;
import io.unifiedcommerce.tck.fake.shop.Location;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/** Stock levels and warehouses. What lies in a warehouse is kept with what orders have reserved of it. */
final class StockEntities {
    private final Shop shop;
    private final Clock clock;
    private final StockWrites writes;

    StockEntities(Shop shop, Clock clock, StockWrites writes) {
        this.shop = shop;
        this.clock = clock;
        this.writes = writes;
    }

    void serve(IntegrationApi api) {
        EntityShape level = EntityShape.of(
                "productCode warehouse(code) available reserved overSelling inStockStatus(code) modifiedtime");
        api.with("UcStockLevel/StockLevels", new EntitySet(level, this::levels, this::change));
        api.with("UcWarehouse/Warehouses", EntitySet.readOnly("code name modifiedtime", this::warehouses));
    }

    private Collection<ObjectNode> levels() {
        return shop.stock().records().byId().values().stream().map(this::row).toList();
    }

    private ObjectNode row(Level level) {
        Variant variant = shop.catalogue().byItem(level.itemId()).orElseThrow();
        String warehouse = shop.locations()
                .records()
                .find(level.locationId())
                .orElseThrow()
                .code();
        ObjectNode row = ODataJson.row(warehouse + "|" + variant.sku())
                .put("productCode", variant.sku())
                .put("available", level.onHand())
                .put("reserved", level.committed() + level.safetyStock())
                .put("overSelling", 0)
                .put("modifiedtime", ODataJson.date(level.updatedAt()));
        row.set("warehouse", ODataJson.coded(warehouse));
        row.set("inStockStatus", ODataJson.coded(variant.oversell() ? "forceInStock" : "notSpecified"));
        return row;
    }

    private void change(ObjectNode row, JsonNode attributes) {
        attributes.fieldNames().forEachRemaining(name -> {
            if (!name.equals("available")) {
                throw new ApiError(400, "invalid_property", "The property [" + name + "] cannot be written here.");
            }
        });
        JsonNode available = attributes.path("available");
        if (!available.isInt()) {
            throw new ApiError(400, "invalid_property", "The property [available] is not of type Edm.Int32.");
        }
        String sku = row.get("productCode").asText();
        long location = locationOf(row.get("warehouse").get("code").asText());
        shop.stock().together(() -> {
            Level before = shop.stock()
                    .level(shop.catalogue().onlyBySku(sku).itemId(), location)
                    .orElseThrow();
            long shown = available.asLong() - before.committed() - before.safetyStock();
            shop.stock().count(sku, location, shown);
            writes.add(new StockWrite(
                    clock.instant(), sku, location, "available", before.onHand(), available.asLong(), ""));
            return null;
        });
    }

    private long locationOf(String warehouse) {
        return shop.locations().records().all().stream()
                .filter(location -> location.code().equals(warehouse))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<ObjectNode> warehouses() {
        return shop.locations().records().byId().values().stream()
                .map(StockEntities::row)
                .toList();
    }

    private static ObjectNode row(Location location) {
        return ODataJson.row(location.code())
                .put("code", location.code())
                .put("name", location.name())
                .put("modifiedtime", ODataJson.date(location.updatedAt()));
    }
}
