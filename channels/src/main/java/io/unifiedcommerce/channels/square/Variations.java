package io.unifiedcommerce.channels.square;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteRequests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Finds the variations of SKUs. Square's SKUs need not be unique: one that is not is never guessed. */
final class Variations {
    private static final RequestSpec SEARCH = WriteRequests.json("POST", "/v2/catalog/search");
    private static final int SKUS_PER_CALL = 250;
    private static final int LIMIT = 1000;
    private static final Path OBJECTS = Path.parse("objects");
    private static final Path ID = Path.parse("id");
    private static final Path SKU = Path.parse("item_variation_data.sku");
    private static final Path TRACKED = Path.parse("item_variation_data.track_inventory");
    private static final Path OVERRIDES = Path.parse("item_variation_data.location_overrides");
    private static final Path LOCATION = Path.parse("location_id");
    private static final Path TRACKED_THERE = Path.parse("track_inventory");

    private final ChannelClient client;

    Variations(ChannelClient client) {
        this.client = client;
    }

    /** The commands that name one tracked variation; the others are decided. */
    List<StockChange> of(List<StockCommand> commands, BiConsumer<StockCommand, WriteOutcome> outcomes) {
        Map<String, List<Object>> bySku = bySku(commands);
        List<StockChange> changes = new ArrayList<>();
        for (StockCommand command : commands) {
            List<Object> found = bySku.getOrDefault(command.sku(), List.of());
            String problem = problem(command, found);
            if (problem == null) {
                changes.add(new StockChange(command, ID.string(found.get(0))));
            } else {
                outcomes.accept(command, new WriteOutcome.Rejected(problem));
            }
        }
        return changes;
    }

    private static String problem(StockCommand command, List<Object> found) {
        if (command.locationId() == null) {
            return "the command names no location; Square keeps stock by location";
        }
        if (found.isEmpty()) {
            return "SKU '" + command.sku() + "' is not in the catalogue; create it there or map it to another SKU";
        }
        if (found.size() > 1) {
            return "SKU '" + command.sku() + "' belongs to several variations ("
                    + String.join(", ", found.stream().map(ID::string).toList()) + "); make it unique";
        }
        return tracked(found.get(0), command.locationId())
                ? null
                : "stock of SKU '" + command.sku() + "' is not tracked at location " + command.locationId()
                        + "; turn tracking on in Square";
    }

    /** What a location says counts before what is said of all. */
    private static boolean tracked(Object variation, String location) {
        for (Object override : OVERRIDES.list(variation)) {
            if (location.equals(LOCATION.string(override)) && TRACKED_THERE.get(override) != null) {
                return Boolean.TRUE.equals(TRACKED_THERE.get(override));
            }
        }
        return Boolean.TRUE.equals(TRACKED.get(variation));
    }

    private Map<String, List<Object>> bySku(List<StockCommand> commands) {
        List<String> skus = commands.stream().map(StockCommand::sku).distinct().toList();
        Map<String, List<Object>> bySku = new HashMap<>();
        for (int from = 0; from < skus.size(); from += SKUS_PER_CALL) {
            List<String> some = skus.subList(from, Math.min(skus.size(), from + SKUS_PER_CALL));
            Map<String, Object> body = Map.of(
                    "object_types",
                    List.of("ITEM_VARIATION"),
                    "query",
                    Map.of("set_query", Map.of("attribute_name", "sku", "attribute_values", some)),
                    "limit",
                    LIMIT);
            Object answer = client.call(SEARCH, Map.of("body", body), ChannelClient.Purpose.WRITE)
                    .body();
            // Square compares SKUs whatever their case; ours differ by it.
            OBJECTS.list(answer)
                    .forEach(found -> bySku.computeIfAbsent(SKU.string(found), sku -> new ArrayList<>())
                            .add(found));
        }
        return bySku;
    }
}
