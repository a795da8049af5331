package io.unifiedcommerce.tck.fake.salesforcecommerce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.StockWrite;
import io.unifiedcommerce.tck.fake.StockWrites;
import io.unifiedcommerce.tck.fake.shop.Level;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The shop's stock by SKU and location, and how Omnichannel Inventory words it. */
final class StockView {
    private final Shop shop;
    private final Clock clock;
    private final StockWrites writes;

    StockView(Shop shop, Clock clock, StockWrites writes) {
        this.shop = shop;
        this.clock = clock;
        this.writes = writes;
    }

    Optional<Level> level(String sku, long locationId) {
        return variant(sku).flatMap(variant -> shop.stock().level(variant.itemId(), locationId));
    }

    Optional<Variant> variant(String sku) {
        List<Variant> found = shop.catalogue().bySku(sku);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Changes a level and notes that a client did so; a SKU is stocked where it was not. */
    void write(String sku, long locationId, String quantity, String reference, UnaryOperator<Level> change) {
        shop.stock().together(() -> {
            long itemId = shop.catalogue().onlyBySku(sku).itemId();
            Level before = shop.stock()
                    .level(itemId, locationId)
                    .orElseGet(() -> shop.stock().open(itemId, locationId, 0));
            Level after = shop.stock().change(itemId, locationId, change);
            writes.add(new StockWrite(
                    clock.instant(), sku, locationId, quantity, before.available(), after.available(), reference));
            return after;
        });
    }

    static ObjectNode record(String sku, Level level) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("sku", sku)
                .put("onHand", level.onHand())
                .put("reserved", level.committed())
                .put("atf", Math.max(0, level.available()))
                .put("ato", Math.max(0, level.available()))
                .put("safetyStockCount", level.safetyStock())
                .put("effectiveDate", level.updatedAt().toString())
                .putArray("futures");
        return json;
    }
}
