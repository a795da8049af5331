package io.unifiedcommerce.tck.fake.shopify;

import io.unifiedcommerce.tck.fake.shop.Level;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Shopify refuses in a stock mutation, with its codes. Called under the lock of the shop. */
final class InventoryChecks {
    private static final long MAX = 1_000_000_000;
    private static final String ANY_LOCATION_SINCE = "2026-10";
    private static final Set<String> REASONS = Set.of(
            "correction",
            "cycle_count_available",
            "damaged",
            "movement_created",
            "movement_updated",
            "movement_received",
            "movement_canceled",
            "other",
            "promotion",
            "quality_control",
            "received",
            "reservation_created",
            "reservation_deleted",
            "reservation_updated",
            "restock",
            "safety_stock",
            "shrinkage");

    private final Shop shop;

    InventoryChecks(Shop shop) {
        this.shop = shop;
    }

    List<Map<String, Object>> check(StockInput input, String version) {
        List<Map<String, Object>> errors = new ArrayList<>();
        Set<String> names = input.relative() ? Set.of("available") : Set.of("available", "on_hand");
        if (!names.contains(input.name())) {
            String code = input.relative() ? "INVALID_QUANTITY_NAME" : "INVALID_NAME";
            errors.add(Payload.error(code, "The quantity name must be one of " + names, "input", "name"));
            return errors;
        }
        if (!REASONS.contains(input.reason())) {
            errors.add(Payload.error("INVALID_REASON", "The reason is not valid", "input", "reason"));
        }
        if (input.reference() != null && !validReference(input.reference())) {
            errors.add(Payload.error(
                    "INVALID_REFERENCE_DOCUMENT", "The URI is not valid", "input", "referenceDocumentUri"));
        }
        Set<List<Long>> pairs = new HashSet<>();
        for (int row = 0; row < input.rows().size(); row++) {
            if (!pairs.add(List.of(input.itemId(row), input.locationId(row)))) {
                errors.add(Payload.error(
                        "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR",
                        "The pair of item and location occurs twice",
                        input.field(row, "inventoryItemId")));
            } else {
                check(input, row, version).ifPresent(errors::add);
            }
        }
        return errors;
    }

    private Optional<Map<String, Object>> check(StockInput input, int row, String version) {
        if (shop.catalogue().byItem(input.itemId(row)).isEmpty()) {
            return error("INVALID_INVENTORY_ITEM", "The item was not found", input.field(row, "inventoryItemId"));
        }
        if (shop.locations().records().find(input.locationId(row)).isEmpty()) {
            return error("INVALID_LOCATION", "The location was not found", input.field(row, "locationId"));
        }
        Optional<Level> level = shop.stock().level(input.itemId(row), input.locationId(row));
        boolean stocked = level.isPresent() && level.get().active();
        if (!stocked && version.compareTo(ANY_LOCATION_SINCE) < 0) {
            return error(
                    "ITEM_NOT_STOCKED_AT_LOCATION",
                    "The item is not stocked at the location",
                    input.field(row, "locationId"));
        }
        long current = level.map(input::current).orElse(0L);
        if (input.expected(row) != null && input.expected(row).longValue() != current) {
            return error(
                    "CHANGE_FROM_QUANTITY_STALE",
                    "The quantity is no longer the expected one",
                    input.field(row, "changeFromQuantity"));
        }
        return outOfBounds(input, row);
    }

    private static Optional<Map<String, Object>> outOfBounds(StockInput input, int row) {
        String[] field = input.field(row, input.unitsField());
        if (input.units(row) > MAX) {
            return error("INVALID_QUANTITY_TOO_HIGH", "The quantity is above " + MAX, field);
        }
        if (input.units(row) < -MAX) {
            return error("INVALID_QUANTITY_TOO_LOW", "The quantity is below -" + MAX, field);
        }
        if (input.name().equals("on_hand") && input.units(row) < 0) {
            return error("INVALID_QUANTITY_NEGATIVE", "The quantity on hand cannot be negative", field);
        }
        return Optional.empty();
    }

    private static Optional<Map<String, Object>> error(String code, String message, String[] field) {
        return Optional.of(Payload.error(code, message, field));
    }

    private static boolean validReference(String uri) {
        return uri.matches("[a-zA-Z][a-zA-Z0-9+.-]*://\\S+") && !uri.startsWith("gid://shopify/");
    }
}
