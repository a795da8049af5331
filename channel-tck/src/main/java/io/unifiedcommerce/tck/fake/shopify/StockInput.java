package io.unifiedcommerce.tck.fake.shopify;

import io.unifiedcommerce.tck.fake.shop.Level;
import java.util.List;
import java.util.Map;

/**
 * The input of a stock mutation.
 *
 * @param rowsField quantities or changes
 * @param unitsField quantity or delta
 * @param relative whether the units are added to what is there
 */
record StockInput(
        Map<String, Object> input,
        List<Map<String, Object>> rows,
        String rowsField,
        String unitsField,
        boolean relative) {
    String name() {
        return (String) input.get("name");
    }

    String reason() {
        return (String) input.get("reason");
    }

    /** May be null. */
    String reference() {
        return (String) input.get("referenceDocumentUri");
    }

    long itemId(int row) {
        return Gid.of(rows.get(row).get("inventoryItemId"), "InventoryItem");
    }

    long locationId(int row) {
        return Gid.of(rows.get(row).get("locationId"), "Location");
    }

    long units(int row) {
        return ((Number) rows.get(row).get(unitsField)).longValue();
    }

    /** The quantity that must be there, null for any. */
    Number expected(int row) {
        return (Number) rows.get(row).get("changeFromQuantity");
    }

    long current(Level level) {
        return name().equals("on_hand") ? level.onHand() : level.available();
    }

    long target(int row, Level level) {
        return relative ? current(level) + units(row) : units(row);
    }

    String[] field(int row, String name) {
        return new String[] {"input", rowsField, String.valueOf(row), name};
    }
}
