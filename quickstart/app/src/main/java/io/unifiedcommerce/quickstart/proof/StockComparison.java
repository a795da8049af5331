package io.unifiedcommerce.quickstart.proof;

import io.unifiedcommerce.quickstart.scenario.SalesChannel;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A channel's own stock beside the stock that must be.
 *
 * @param skus how many SKUs were compared: all that either side knows
 * @param differences by SKU; empty when both agree
 */
public record StockComparison(SalesChannel channel, int skus, Map<String, Difference> differences) {

    /** Units of one SKU; null where that side does not know it. */
    public record Difference(Long expected, Long shown) {

        long units() {
            return Math.abs((expected == null ? 0 : expected) - (shown == null ? 0 : shown));
        }
    }

    static StockComparison of(SalesChannel channel, Map<String, Long> expected, Map<String, Long> shown) {
        TreeSet<String> skus = new TreeSet<>(expected.keySet());
        skus.addAll(shown.keySet());
        Map<String, Difference> differences = new TreeMap<>();
        for (String sku : skus) {
            if (!Objects.equals(expected.get(sku), shown.get(sku))) {
                differences.put(sku, new Difference(expected.get(sku), shown.get(sku)));
            }
        }
        return new StockComparison(channel, skus.size(), differences);
    }

    public boolean agrees() {
        return differences.isEmpty();
    }

    /** Sum of all differences, whatever their direction. */
    public long unitsApart() {
        return differences.values().stream().mapToLong(Difference::units).sum();
    }
}
