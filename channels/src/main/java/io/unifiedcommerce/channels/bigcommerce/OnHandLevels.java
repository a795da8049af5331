package io.unifiedcommerce.channels.bigcommerce;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteRequests;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the units on hand. The listing lags a little behind writes. */
final class OnHandLevels {
    private static final Logger LOG = LoggerFactory.getLogger(OnHandLevels.class);
    private static final RequestSpec ITEMS =
            WriteRequests.get("/v3/inventory/items", Map.of("sku:in", "skus", "limit", "limit"));
    private static final Path DATA = Path.parse("data");
    private static final Path SKU = Path.parse("identity.sku");
    private static final Path PRODUCT = Path.parse("identity.product_id");
    private static final Path LOCATIONS = Path.parse("locations");
    private static final Path LOCATION = Path.parse("location_id");
    private static final Path ON_HAND = Path.parse("total_inventory_onhand");
    /** SKUs of 30 letters then make an address of 3,000. */
    private static final int SKUS_PER_CALL = 100;

    private static final int LIMIT = 1000;

    private final ChannelClient client;

    /** Units on hand, 0 where the item was never stocked; and the product, for items that are tracked by product. */
    record Level(long onHand, long productId) {}

    OnHandLevels(ChannelClient client) {
        this.client = client;
    }

    /** The level of each item; null where the store has no such SKU. */
    Map<StockItem, Level> read(List<StockItem> items) {
        Map<StockItem, Level> levels = new LinkedHashMap<>();
        for (int from = 0; from < items.size(); from += SKUS_PER_CALL) {
            List<StockItem> some = items.subList(from, Math.min(items.size(), from + SKUS_PER_CALL));
            Map<String, Object> found = bySku(some);
            some.forEach(item -> levels.put(item, level(found.get(item.command().sku()), item.locationId())));
        }
        return levels;
    }

    /** As {@link #read}, but null for all when the platform cannot be asked. */
    Map<StockItem, Level> readIfPossible(List<StockItem> items) {
        try {
            return read(items);
        } catch (ChannelException e) {
            LOG.debug("Stock cannot be read back after a write of unknown outcome: {}", e.getMessage());
            Map<StockItem, Level> unknown = new LinkedHashMap<>();
            items.forEach(item -> unknown.put(item, null));
            return unknown;
        }
    }

    static WriteOutcome unknownSku(String sku) {
        return new WriteOutcome.Rejected(
                "SKU '" + sku + "' is not in the store; create it there or map it to another SKU");
    }

    private Map<String, Object> bySku(List<StockItem> items) {
        List<String> skus =
                items.stream().map(item -> item.command().sku()).distinct().toList();
        Object body = client.call(ITEMS, Map.of("skus", skus, "limit", LIMIT), ChannelClient.Purpose.WRITE)
                .body();
        Map<String, Object> found = new HashMap<>();
        DATA.list(body).forEach(item -> found.put(SKU.string(item), item));
        return found;
    }

    private static Level level(Object item, long locationId) {
        if (item == null) {
            return null;
        }
        long onHand = LOCATIONS.list(item).stream()
                .filter(location -> number(LOCATION.get(location)) == locationId)
                .mapToLong(location -> number(ON_HAND.get(location)))
                .findFirst()
                .orElse(0);
        return new Level(onHand, number(PRODUCT.get(item)));
    }

    private static long number(Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
