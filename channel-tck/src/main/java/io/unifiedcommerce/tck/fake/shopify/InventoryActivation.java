package io.unifiedcommerce.tck.fake.shopify;

import graphql.schema.DataFetchingEnvironment;
import io.unifiedcommerce.tck.fake.shop.Level;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** inventoryActivate: stocks an item at a location; an active level keeps its quantity. */
final class InventoryActivation {
    private final Shop shop;
    private final IdempotencyKeys keys;

    InventoryActivation(Shop shop, IdempotencyKeys keys) {
        this.shop = shop;
        this.keys = keys;
    }

    void wire(Wiring wiring) {
        wiring.mutation().field("inventoryActivate", "write_inventory", (root, call) -> {
            IdempotencyKeys.Outcome outcome = keys.once(call, () -> shop.stock().together(() -> activate(call)));
            return Payload.of("inventoryLevel", outcome.value(), outcome.userErrors());
        });
    }

    private IdempotencyKeys.Outcome activate(DataFetchingEnvironment call) {
        long itemId = Gid.of(call.getArgument("inventoryItemId"), "InventoryItem");
        long locationId = Gid.of(call.getArgument("locationId"), "Location");
        Integer available = call.getArgument("available");
        Integer onHand = call.getArgument("onHand");
        if (shop.catalogue().byItem(itemId).isEmpty()) {
            return refused("The inventory item couldn't be found.", "inventoryItemId");
        }
        if (shop.locations().records().find(locationId).isEmpty()) {
            return refused("The location couldn't be found.", "locationId");
        }
        if (available != null && onHand != null) {
            return refused("Not allowed to set both available and on hand quantities", "available");
        }
        Optional<Level> before = shop.stock().level(itemId, locationId);
        if (before.isPresent() && before.get().active()) {
            return available == null && onHand == null
                    ? new IdempotencyKeys.Outcome(before.get(), List.of())
                    : refused("Not allowed to set a quantity when the item is already active", "available");
        }
        int first = available != null ? available : onHand != null ? onHand : 0;
        Level level = before.isPresent()
                ? shop.stock()
                        .change(itemId, locationId, old -> old.activated(true).holding(first, old.committed()))
                : shop.stock().open(itemId, locationId, first);
        return new IdempotencyKeys.Outcome(level, List.of());
    }

    private static IdempotencyKeys.Outcome refused(String message, String field) {
        List<Map<String, Object>> errors = List.of(Payload.error(null, message, field));
        return new IdempotencyKeys.Outcome(null, errors);
    }
}
