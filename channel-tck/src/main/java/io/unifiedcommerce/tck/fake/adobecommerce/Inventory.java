package io.unifiedcommerce.tck.fake.adobecommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.StockWrite;
import io.unifiedcommerce.tck.fake.StockWrites;
import io.unifiedcommerce.tck.fake.shop.Level;
import io.unifiedcommerce.tck.fake.shop.Location;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/**
 * Sources and what lies there. A quantity is of units that are there; what was sold and not sent is kept as reservations,
 * which nobody can read, and taken off what may be sold.
 */
final class Inventory {
    private static final String SOURCE = "Magento_InventoryApi::source";
    private static final String ASSIGN = "Magento_InventoryApi::stock_source_item_assign";

    private final Shop shop;
    private final Sources sources;
    private final StockWrites writes;
    private final Clock clock;
    private final BiFunction<HttpCall, List<Row>, HttpAnswer> search;
    private final Set<Long> outOfStock = ConcurrentHashMap.newKeySet();
    private final AtomicInteger deadlocks = new AtomicInteger();

    /** A row of a batch that was found right. */
    private record Item(String sku, Location source, long quantity, boolean inStock) {}

    Inventory(
            Shop shop,
            Sources sources,
            StockWrites writes,
            Clock clock,
            BiFunction<HttpCall, List<Row>, HttpAnswer> search) {
        this.shop = shop;
        this.sources = sources;
        this.writes = writes;
        this.clock = clock;
        this.search = search;
    }

    void serve(Routes routes) {
        routes.on("GET", "/V1/inventory/sources", SOURCE, (call, path) -> search.apply(call, sources()))
                .on("GET", "/V1/inventory/source-items", SOURCE, (call, path) -> search.apply(call, sourceItems()))
                .on("POST", "/V1/inventory/source-items", ASSIGN, (call, path) -> save(call));
    }

    /** The next writes meet a deadlock of the reindex, as writers in parallel do (magento/inventory #2933). */
    void deadlock(int times) {
        deadlocks.set(times);
    }

    /** Whether staff or the API took the item from sale at the source. */
    boolean isOutOfStock(Level level) {
        return outOfStock.contains(level.id());
    }

    private List<Row> sources() {
        return shop.locations().records().byId().values().stream()
                .map(location -> {
                    ObjectNode json = JsonNodeFactory.instance
                            .objectNode()
                            .put("source_code", Sources.code(location))
                            .put("name", location.name())
                            .put("enabled", location.active())
                            .put("country_id", "FR")
                            .put("postcode", "69001");
                    json.putObject("extension_attributes").put("is_pickup_location_active", false);
                    return new Row(Map.of("source_code", Sources.code(location)), json);
                })
                .toList();
    }

    private List<Row> sourceItems() {
        List<Row> rows = new ArrayList<>();
        for (Variant variant : shop.catalogue().items().values()) {
            for (Level level : shop.stock().levels(variant.itemId())) {
                String source = sources.code(level.locationId());
                ObjectNode json = JsonNodeFactory.instance
                        .objectNode()
                        .put("sku", variant.sku())
                        .put("source_code", source)
                        .put("quantity", level.onHand())
                        .put("status", isOutOfStock(level) ? 0 : 1);
                rows.add(new Row(
                        Map.of("source_item_id", level.id(), "sku", variant.sku(), "source_code", source), json));
            }
        }
        return rows;
    }

    private HttpAnswer save(HttpCall call) throws IOException {
        JsonNode given = call.json().path("sourceItems");
        if (!given.isArray() || given.isEmpty()) {
            throw new CommerceError(400, "Input data is empty");
        }
        List<String> errors = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        given.forEach(item -> checked(item, errors).ifPresent(items::add));
        if (!errors.isEmpty()) {
            throw CommerceError.validation(errors);
        }
        if (deadlocks.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new CommerceError(400, "Could not save Source Item");
        }
        shop.stock().together(() -> {
            items.forEach(this::apply);
            return items;
        });
        return HttpAnswer.json(200, JsonNodeFactory.instance.arrayNode());
    }

    private Optional<Item> checked(JsonNode item, List<String> errors) {
        Optional<Location> source = sources.find(item.path("source_code").asText());
        int before = errors.size();
        if (item.path("sku").asText().isBlank()) {
            errors.add("\"sku\" can not be empty.");
        }
        if (source.isEmpty()) {
            errors.add("Source with code \"" + item.path("source_code").asText() + "\" does not exist.");
        }
        if (!item.path("quantity").isNumber()) {
            errors.add("\"quantity\" should be numeric.");
        }
        if (!item.path("status").isInt()) {
            errors.add("\"status\" should be a known status.");
        }
        return errors.size() > before
                ? Optional.empty()
                : Optional.of(new Item(
                        item.path("sku").asText(),
                        source.orElseThrow(),
                        item.path("quantity").asLong(),
                        item.path("status").asInt() == 1));
    }

    /** A SKU that no product has is taken without a word. */
    private void apply(Item item) {
        for (Variant variant : shop.catalogue().bySku(item.sku())) {
            long location = item.source().id();
            Optional<Level> found = shop.stock().level(variant.itemId(), location);
            Level after = found.isEmpty()
                    ? shop.stock().open(variant.itemId(), location, item.quantity())
                    : shop.stock()
                            .change(
                                    variant.itemId(),
                                    location,
                                    level -> level.holding(item.quantity() - level.committed(), level.committed()));
            if (item.inStock()) {
                outOfStock.remove(after.id());
            } else {
                outOfStock.add(after.id());
            }
            writes.add(new StockWrite(
                    clock.instant(),
                    item.sku(),
                    location,
                    "quantity",
                    found.map(Level::onHand).orElse(0L),
                    item.quantity(),
                    ""));
        }
    }
}
