package io.unifiedcommerce.tck.fake.shopify;

import graphql.schema.DataFetchingEnvironment;
import io.unifiedcommerce.tck.fake.shop.Level;
import io.unifiedcommerce.tck.fake.shop.Location;
import io.unifiedcommerce.tck.fake.shop.Records.Position;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Tracking;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Stocked items, their levels, and locations. */
final class InventoryTypes {
    private static final String SCOPE = "read_inventory";
    private static final List<String> NAMES = List.of(
            "available", "on_hand", "committed", "incoming", "reserved", "damaged", "safety_stock", "quality_control");

    private final Shop shop;
    private final SearchFields<Variant> itemFilters;
    private final SearchFields<Level> levelFilters;

    InventoryTypes(Shop shop, ShopifySettings settings) {
        this.shop = shop;
        itemFilters = new SearchFields<Variant>(settings.zone())
                .time("updated_at", Variant::updatedAt)
                .time("created_at", Variant::createdAt)
                .number("id", Variant::itemId)
                .text("sku", Variant::sku);
        levelFilters = new SearchFields<Level>(settings.zone())
                .time("updated_at", Level::updatedAt)
                .time("created_at", Level::createdAt)
                .number("id", Level::id)
                .number("inventory_item_id", Level::itemId);
    }

    void wire(Wiring wiring) {
        wiring.query()
                .field("inventoryItems", SCOPE, (root, call) -> items(call))
                .field("inventoryItem", SCOPE, (root, call) -> item(Gid.of(call.getArgument("id"), "InventoryItem")))
                .field("inventoryLevel", SCOPE, (root, call) -> level(Gid.of(call.getArgument("id"), "InventoryLevel")))
                .field("locations", "read_locations", (root, call) -> locations(call))
                .field(
                        "location",
                        "read_locations",
                        (root, call) -> call.getArgument("id") == null
                                ? shop.locations().records().byId().firstEntry().getValue()
                                : location(Gid.of(call.getArgument("id"), "Location")));
        item(wiring);
        level(wiring);
        location(wiring);
    }

    private void item(Wiring wiring) {
        wiring.node("InventoryItem", InventoryNodes.Item.class, this::item)
                .field("id", node -> Gid.of("InventoryItem", node.variant().itemId()))
                .field("legacyResourceId", node -> node.variant().itemId())
                .field("sku", node -> node.variant().sku())
                .field("tracked", node -> tracked(node.variant()))
                .field(
                        "duplicateSkuCount",
                        node -> Math.max(
                                0, shop.catalogue().bySku(node.variant().sku()).size() - 1))
                .field("createdAt", node -> node.variant().createdAt())
                .field("updatedAt", node -> node.variant().updatedAt())
                .field(
                        "inventoryLevel",
                        (node, call) -> shop.stock()
                                .level(node.variant().itemId(), Gid.of(call.getArgument("locationId"), "Location"))
                                .filter(active(call))
                                .orElse(null))
                .field(
                        "inventoryLevels",
                        (node, call) ->
                                levels(call, shop.stock().levels(node.variant().itemId()).stream()))
                .constant(true, "requiresShipping")
                .constant(null, "unitCost");
    }

    private void level(Wiring wiring) {
        wiring.node("InventoryLevel", Level.class, this::level)
                .field("id", InventoryNodes::levelId)
                .field("isActive", Level::active)
                .field("createdAt", Level::createdAt)
                .field("updatedAt", Level::updatedAt)
                .field("item", level -> item(level.itemId()))
                .field("location", level -> location(level.locationId()))
                .field("quantities", (level, call) -> quantities(level, call.getArgument("names")));
        wiring.type("InventoryQuantity", InventoryNodes.Quantity.class)
                .field("id", node -> Gid.of("InventoryQuantity", node.level().id()) + "?name=" + node.name())
                .field("name", InventoryNodes.Quantity::name)
                .field("quantity", InventoryNodes.Quantity::value)
                .field("updatedAt", InventoryNodes.Quantity::updatedAt);
    }

    private void location(Wiring wiring) {
        wiring.node("Location", Location.class, this::location)
                .field("id", location -> Gid.of("Location", location.id()))
                .field("legacyResourceId", Location::id)
                .field("name", Location::name)
                .field("isActive", Location::active)
                .field("createdAt", Location::createdAt)
                .field("updatedAt", Location::updatedAt)
                .field("deactivatedAt", location -> location.active() ? null : location.updatedAt())
                .field("address", location -> Map.of("countryCode", "FR"))
                .field("inventoryLevels", (location, call) -> levelsAt(location, call))
                .field(
                        "inventoryLevel",
                        (location, call) -> shop.stock()
                                .level(Gid.of(call.getArgument("inventoryItemId"), "InventoryItem"), location.id())
                                .filter(active(call))
                                .orElse(null))
                .constant(true, "fulfillsOnlineOrders", "shipsInventory")
                .constant(false, "isFulfillmentService");
    }

    private Connection items(DataFetchingEnvironment call) {
        Search<Variant> search = itemFilters.search(call);
        PageRequest page = PageRequest.of(call);
        NavigableMap<Long, Variant> items = shop.catalogue().items();
        Stream<Variant> ordered = (page.reverse() ? items.descendingMap() : items).values().stream();
        Connection found =
                page.take(ordered.filter(search.matches()), variant -> new Position(Instant.EPOCH, variant.itemId()));
        List<InventoryNodes.Item> nodes = found.nodes().stream()
                .map(variant -> new InventoryNodes.Item((Variant) variant))
                .toList();
        return new Connection(nodes, found.cursors(), found.hasNext(), found.hasPrevious());
    }

    private Connection locations(DataFetchingEnvironment call) {
        boolean inactiveToo = Boolean.TRUE.equals(call.getArgument("includeInactive"));
        List<Location> found = shop.locations().records().byId().values().stream()
                .filter(location -> inactiveToo || location.active())
                .toList();
        return PageRequest.of(call).take(found);
    }

    /** Levels of one location; with a time window, along the index of changes, then put into the order of ids. */
    private Connection levelsAt(Location location, DataFetchingEnvironment call) {
        Instant from = levelFilters.search(call).updatedFrom();
        Stream<Level> candidates = from.equals(Instant.EPOCH)
                ? shop.stock().records().byId().values().stream()
                : shop.stock().records().byUpdate().tailMap(new Position(from, 0), true).values().stream();
        return levels(call, candidates.filter(level -> level.locationId() == location.id()));
    }

    private Connection levels(DataFetchingEnvironment call, Stream<Level> candidates) {
        Search<Level> search = levelFilters.search(call);
        PageRequest page = PageRequest.of(call);
        Comparator<Level> order = Comparator.comparing(Level::id);
        return page.take(
                candidates
                        .filter(active(call))
                        .filter(search.matches())
                        .sorted(page.reverse() ? order.reversed() : order),
                level -> new Position(Instant.EPOCH, level.id()));
    }

    private static Predicate<Level> active(DataFetchingEnvironment call) {
        boolean inactiveToo = Boolean.TRUE.equals(call.getArgument("includeInactive"));
        return level -> inactiveToo || level.active();
    }

    private static List<InventoryNodes.Quantity> quantities(Level level, List<String> names) {
        for (String name : names) {
            if (!NAMES.contains(name)) {
                throw new ShopifyError("BAD_REQUEST", "The quantity name '" + name + "' is not one of " + NAMES);
            }
        }
        return names.stream()
                .map(name -> new InventoryNodes.Quantity(level, name))
                .toList();
    }

    private boolean tracked(Variant variant) {
        return shop.catalogue()
                .products()
                .find(variant.productId())
                .map(product -> product.tracking() != Tracking.NONE)
                .orElse(false);
    }

    private InventoryNodes.Item item(long id) {
        return shop.catalogue().byItem(id).map(InventoryNodes.Item::new).orElse(null);
    }

    private Level level(long id) {
        return shop.stock().records().find(id).orElse(null);
    }

    private Location location(long id) {
        return shop.locations().records().find(id).orElse(null);
    }
}
