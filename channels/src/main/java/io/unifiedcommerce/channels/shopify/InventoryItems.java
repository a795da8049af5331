package io.unifiedcommerce.channels.shopify;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.WriteRequests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds inventory items by SKU, which Shopify neither requires nor keeps unique. The search ignores case and finds similar
 * SKUs too; only an equal one counts.
 */
final class InventoryItems {
    private static final RequestSpec SEARCH = WriteRequests.graphql("queries/write-items.graphql", "query", "after");
    private static final Path NODES = Path.parse("data.inventoryItems.nodes");
    private static final Path NEXT = Path.parse("data.inventoryItems.pageInfo.endCursor");
    private static final Path MORE = Path.parse("data.inventoryItems.pageInfo.hasNextPage");
    private static final int SKUS_PER_SEARCH = 20;
    private static final int MAX_KNOWN = 100_000;
    private static final Duration KNOWN_FOR = Duration.ofHours(1);

    private final ChannelClient client;
    private final Clock clock;
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MAX_KNOWN;
        }
    };

    private record Known(String id, Instant since) {}

    /** What a search found: an item's id, or why there is none to write to. */
    record Lookup(String id, String problem) {
        String item() {
            if (id == null) {
                throw new UnusableCommandException(problem);
            }
            return id;
        }
    }

    InventoryItems(ChannelClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Looks up each SKU; items found are remembered for an hour. */
    Map<String, Lookup> find(Collection<String> skus) {
        Instant oldest = clock.instant().minus(KNOWN_FOR);
        Map<String, Lookup> found = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String sku : skus) {
            Known item = known.get(sku);
            if (item == null || item.since().isBefore(oldest)) {
                unknown.add(sku);
            } else {
                found.put(sku, new Lookup(item.id(), null));
            }
        }
        for (int from = 0; from < unknown.size(); from += SKUS_PER_SEARCH) {
            search(unknown.subList(from, Math.min(unknown.size(), from + SKUS_PER_SEARCH)), found);
        }
        return found;
    }

    /** Forgets an item that turned out to be gone. */
    void forget(String sku) {
        known.remove(sku);
    }

    private void search(List<String> skus, Map<String, Lookup> found) {
        Map<String, List<Object>> items = new HashMap<>();
        Map<String, Object> values = new HashMap<>();
        values.put("query", skus.stream().map(InventoryItems::filter).collect(Collectors.joining(" OR ")));
        boolean more = true;
        while (more) {
            Answer answer = client.call(SEARCH, values, ChannelClient.Purpose.WRITE);
            NODES.list(answer.body())
                    .forEach(item -> items.computeIfAbsent(text(item, "sku"), sku -> new ArrayList<>())
                            .add(item));
            more = Boolean.TRUE.equals(MORE.get(answer.body()));
            values.put("after", NEXT.get(answer.body()));
        }
        for (String sku : skus) {
            Lookup lookup = judge(sku, items.getOrDefault(sku, List.of()));
            found.put(sku, lookup);
            if (lookup.id() != null) {
                known.put(sku, new Known(lookup.id(), clock.instant()));
            }
        }
    }

    private static Lookup judge(String sku, List<Object> items) {
        if (items.isEmpty()) {
            return new Lookup(null, "SKU '" + sku + "' is not in the store; create it there or map it to another SKU");
        }
        Map<?, ?> item = (Map<?, ?>) items.get(0);
        if (items.size() > 1 || item.get("duplicateSkuCount") instanceof Number others && others.intValue() > 0) {
            String ids = items.stream().map(each -> text(each, "id")).collect(Collectors.joining(", "));
            return new Lookup(
                    null,
                    "SKU '" + sku + "' belongs to several inventory items (" + ids
                            + (items.size() > 1 ? "" : " and others") + "); give each item a SKU of its own");
        }
        if (!Boolean.TRUE.equals(item.get("tracked"))) {
            return new Lookup(
                    null,
                    "SKU '" + sku + "' is not tracked by Shopify (" + text(item, "id") + "); turn on 'Track quantity'");
        }
        return new Lookup(text(item, "id"), null);
    }

    private static String filter(String sku) {
        return "sku:'" + sku.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String text(Object item, String field) {
        return String.valueOf(((Map<?, ?>) item).get(field));
    }
}
