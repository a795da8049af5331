package io.unifiedcommerce.channels.adobecommerce;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.record.Path;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads source items, and which SKUs there are. Magento compares SKUs without regard to case. */
final class SourceItems {
    private static final Search ITEMS = Search.of("/V1/inventory/source-items", "source_code eq", "sku in");
    private static final Search PRODUCTS = Search.of("/V1/products", "sku in");
    private static final Path SKU = Path.parse("sku");
    private static final Path QUANTITY = Path.parse("quantity");
    private static final Path STATUS = Path.parse("status");
    private static final int SKUS_PER_CALL = 100;

    private final ChannelClient client;

    SourceItems(ChannelClient client) {
        this.client = client;
    }

    /** The items at a source by folded SKU; those that are not assigned to it are missing. */
    Map<String, SourceItem> read(String source, Collection<String> skus) {
        Map<String, SourceItem> found = new HashMap<>();
        for (List<String> some : parts(skus)) {
            for (Object item : ITEMS.items(client, Map.of("source_code", source, "sku", some))) {
                String sku = SKU.string(item);
                boolean inStock = number(STATUS.get(item)).signum() != 0;
                found.put(folded(sku), new SourceItem(sku, source, number(QUANTITY.get(item)), inStock));
            }
        }
        return found;
    }

    /** Those of the SKUs that no product has, folded: Magento would take their quantities without a word. */
    Set<String> unknown(Collection<String> skus) {
        Set<String> unknown = new HashSet<>();
        skus.forEach(sku -> unknown.add(folded(sku)));
        for (List<String> some : parts(skus)) {
            PRODUCTS.items(client, Map.of("sku", some)).forEach(product -> unknown.remove(folded(SKU.string(product))));
        }
        return unknown;
    }

    static List<List<String>> parts(Collection<String> skus) {
        List<String> all = skus.stream().distinct().toList();
        return IntStream.range(0, (all.size() + SKUS_PER_CALL - 1) / SKUS_PER_CALL)
                .mapToObj(part -> all.subList(part * SKUS_PER_CALL, Math.min(all.size(), (part + 1) * SKUS_PER_CALL)))
                .toList();
    }

    static String folded(String sku) {
        return sku.toLowerCase(Locale.ROOT);
    }

    static BigDecimal number(Object value) {
        return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
    }
}
