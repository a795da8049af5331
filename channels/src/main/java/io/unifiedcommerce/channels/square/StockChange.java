package io.unifiedcommerce.channels.square;

import io.unifiedcommerce.channel.manifest.WriteSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.StockCommand;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A command with the variation that Square means by its SKU.
 *
 * @param variationId id of the catalogue object
 */
record StockChange(StockCommand command, String variationId) {
    /** Begins the references of our own writes: what the ledger of changes shows of them is no news. */
    static final String REFERENCE = "ucc:";

    private static final String IN_STOCK = "IN_STOCK";
    private static final Path OBJECT = Path.parse("catalog_object_id");
    private static final Path LOCATION = Path.parse("location_id");
    private static final Path QUANTITY = Path.parse("quantity");
    private static final Path CALCULATED = Path.parse("calculated_at");

    /** The change as Square wants it, happening now. */
    Map<String, Object> json(Instant now) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("reference_id", REFERENCE + command.pushId());
        data.put("catalog_object_id", variationId);
        data.put("occurred_at", now.toString());
        if (command.mode() != WriteSpec.Mode.DELTA) {
            data.put("state", IN_STOCK);
            data.put("location_id", command.locationId());
            data.put("quantity", Long.toString(command.target()));
            return Map.of("type", "PHYSICAL_COUNT", "physical_count", data);
        }
        boolean more = command.delta() > 0;
        data.put("from_state", more ? "NONE" : IN_STOCK);
        // What another channel sold is sold.
        data.put("to_state", more ? IN_STOCK : "SOLD");
        data.put("from_location_id", command.locationId());
        data.put("to_location_id", command.locationId());
        data.put("quantity", Long.toString(Math.abs(command.delta())));
        return Map.of("type", "ADJUSTMENT", "adjustment", data);
    }

    /** Whether a count of an answer is about this change. */
    boolean isCounted(Object count) {
        return variationId.equals(OBJECT.string(count)) && command.locationId().equals(LOCATION.string(count));
    }

    /** Units of a count; null when they are not whole or not told. */
    static Long quantityOf(Object count) {
        try {
            String text = QUANTITY.string(count);
            return text == null ? null : Long.valueOf(new BigDecimal(text).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    /** When a count was calculated; null when that is not told. */
    static Instant timeOf(Object count) {
        try {
            String text = CALCULATED.string(count);
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
