package io.unifiedcommerce.quickstart.scenario;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The stock that must be: what was opened, less what was sold, plus what came back. It knows nothing of topics, ledgers
 * or platforms, so that it can be held against all of them. Safe for any number of threads.
 */
public final class ExpectedStock {

    private final Map<Place, Map<String, Long>> units = new HashMap<>();

    /** Units by SKU that came to the place: a delivery, a return, goods of a cancelled order. */
    public synchronized void came(Place place, Map<String, Integer> more) {
        Map<String, Long> there = at(place);
        more.forEach((sku, count) -> there.merge(sku, count.longValue(), Long::sum));
    }

    /** Units by SKU that were sold from the place. */
    public synchronized void sold(Place place, Map<String, Integer> fewer) {
        Map<String, Long> there = at(place);
        fewer.forEach((sku, count) -> there.merge(sku, -count.longValue(), Long::sum));
    }

    private Map<String, Long> at(Place place) {
        return units.computeIfAbsent(place, unknown -> new TreeMap<>());
    }

    /**
     * What the channel must show: a shop the sum of all places, since it sells from all, and nothing below zero; a counter
     * what lies on its shelves.
     */
    public synchronized Map<String, Long> shownBy(SalesChannel channel) {
        if (!channel.isOnline()) {
            return new TreeMap<>(at(channel.place()));
        }
        Map<String, Long> pool = pool();
        pool.replaceAll((sku, count) -> Math.max(0, count));
        return pool;
    }

    /** Units sold that nobody has. */
    public synchronized long oversold() {
        return pool().values().stream().mapToLong(count -> Math.max(0, -count)).sum();
    }

    private Map<String, Long> pool() {
        Map<String, Long> pool = new TreeMap<>();
        units.values().forEach(place -> place.forEach((sku, count) -> pool.merge(sku, count, Long::sum)));
        return pool;
    }
}
