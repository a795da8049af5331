package io.unifiedcommerce.tck.fake.shopify;

import io.unifiedcommerce.tck.fake.shop.Level;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.time.Instant;

/** Sources of inventory types that the shop has no class of its own for. */
final class InventoryNodes {
    /** A variant seen as the thing that lies in stock. */
    record Item(Variant variant) {}

    /** One named quantity of a level. */
    record Quantity(Level level, String name) {
        long value() {
            return switch (name) {
                case "available" -> level.available();
                case "on_hand" -> level.onHand();
                case "committed" -> level.committed();
                case "safety_stock" -> level.safetyStock();
                default -> 0;
            };
        }

        /** The platform keeps no time for the sum. */
        Instant updatedAt() {
            return name.equals("on_hand") ? null : level.updatedAt();
        }
    }

    private InventoryNodes() {}

    static String levelId(Level level) {
        return Gid.of("InventoryLevel", level.id()) + "?inventory_item_id=" + level.itemId();
    }
}
