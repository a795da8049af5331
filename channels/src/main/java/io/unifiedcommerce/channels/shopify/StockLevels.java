package io.unifiedcommerce.channels.shopify;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.WriteRequests;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what the store shows now; a read by id does not lag behind writes, as searches do. */
final class StockLevels {
    private static final RequestSpec LEVELS =
            WriteRequests.graphql("queries/write-levels.graphql", "ids", "locationId");
    private static final Path NODES = Path.parse("data.nodes");
    private static final Path ID = Path.parse("id");
    private static final Path QUANTITY = Path.parse("inventoryLevel.quantities[0].quantity");

    private final ChannelClient client;

    StockLevels(ChannelClient client) {
        this.client = client;
    }

    /** The available quantity of each row; null where the item has no level at the location. */
    Map<StockRow, Long> read(List<StockRow> rows) {
        Map<StockRow, Long> shown = new LinkedHashMap<>();
        Map<String, List<StockRow>> byLocation = rows.stream()
                .collect(Collectors.groupingBy(StockRow::locationId, LinkedHashMap::new, Collectors.toList()));
        byLocation.forEach((locationId, some) -> {
            Map<String, Long> quantities = quantities(locationId, some);
            some.forEach(row -> shown.put(row, quantities.get(row.itemId())));
        });
        return shown;
    }

    private Map<String, Long> quantities(String locationId, List<StockRow> rows) {
        List<String> ids = rows.stream().map(StockRow::itemId).toList();
        Object body = client.call(LEVELS, Map.of("ids", ids, "locationId", locationId), ChannelClient.Purpose.WRITE)
                .body();
        Map<String, Long> quantities = new HashMap<>();
        for (Object item : NODES.list(body)) {
            if (QUANTITY.get(item) instanceof Number quantity) {
                quantities.put(ID.string(item), quantity.longValue());
            }
        }
        return quantities;
    }
}
