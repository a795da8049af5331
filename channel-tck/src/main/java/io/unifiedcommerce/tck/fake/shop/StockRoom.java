package io.unifiedcommerce.tck.fake.shop;

import io.unifiedcommerce.tck.fake.shop.ShopChange.StockChanged;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** How many units of each item lie where. An item is stocked only where a level exists. */
public final class StockRoom {
    /** A SKU at a location. */
    public record StockKey(String sku, long locationId) implements Comparable<StockKey> {
        @Override
        public int compareTo(StockKey other) {
            int bySku = sku.compareTo(other.sku);
            return bySku != 0 ? bySku : Long.compare(locationId, other.locationId);
        }
    }

    private final AtomicLong ids = new AtomicLong(90_000_000);
    private final Map<Long, NavigableMap<Long, Level>> byItem = new ConcurrentHashMap<>();
    private final Journal journal;
    private final Items items;
    private final Records<Level> records;

    StockRoom(Journal journal, Items items, Records<Level> records) {
        this.journal = journal;
        this.items = items;
        this.records = records;
    }

    /**
     * Units that may still be sold.
     *
     * @throws IllegalArgumentException when the SKU names no or several variants
     */
    public long available(String sku, long locationId) {
        return level(items.onlyBySku(sku).itemId(), locationId)
                .map(Level::available)
                .orElse(0L);
    }

    /** Available units of every stocked variant with a SKU; variants that share a SKU are added up. */
    public NavigableMap<StockKey, Long> available() {
        NavigableMap<StockKey, Long> all = new TreeMap<>();
        for (Variant variant : items.all().values()) {
            for (Level level : levels(variant.itemId())) {
                all.merge(new StockKey(variant.sku(), level.locationId()), level.available(), Long::sum);
            }
        }
        return all;
    }

    public Optional<Level> level(long itemId, long locationId) {
        return Optional.ofNullable(
                byItem.getOrDefault(itemId, Collections.emptyNavigableMap()).get(locationId));
    }

    /** The levels of one item by ascending location. */
    public Collection<Level> levels(long itemId) {
        return byItem.getOrDefault(itemId, Collections.emptyNavigableMap()).values();
    }

    public Records<Level> records() {
        return records;
    }

    /** Counts: sets the available units of a SKU at a location, stocking it there if need be. */
    public Level count(String sku, long locationId, long available) {
        return journal.write(() -> {
            long itemId = items.onlyBySku(sku).itemId();
            if (level(itemId, locationId).isEmpty()) {
                return open(itemId, locationId, available);
            }
            return change(itemId, locationId, level -> level.holding(available, level.committed()));
        });
    }

    /**
     * Changes a level under the lock of the shop.
     *
     * @throws IllegalArgumentException when the item is not stocked at the location
     */
    public Level change(long itemId, long locationId, UnaryOperator<Level> change) {
        return journal.write(() -> put(itemId, locationId, change, false));
    }

    /** Makes several changes that no other write comes between. */
    public <R> R together(Supplier<R> changes) {
        return journal.write(changes);
    }

    /** Stocks an item at a location where it was not. */
    public Level open(long itemId, long locationId, long available) {
        return journal.write(() -> {
            Variant variant = items.find(itemId).orElseThrow(() -> new IllegalArgumentException("no item " + itemId));
            Instant now = journal.now();
            Level level = new Level(ids.incrementAndGet(), itemId, locationId, true, available, 0, 0, now, now);
            store(level);
            journal.publish(new StockChanged(variant, level, available, false));
            return level;
        });
    }

    /** Moves units because of a sale: from or to available, from or to committed. */
    void sell(long itemId, long locationId, long available, long committed) {
        put(
                itemId,
                locationId,
                level -> level.holding(level.available() + available, level.committed() + committed),
                true);
    }

    void close(long itemId) {
        Map<Long, Level> gone = byItem.remove(itemId);
        if (gone != null) {
            gone.values().forEach(level -> records.remove(level.id()));
        }
    }

    private Level put(long itemId, long locationId, UnaryOperator<Level> change, boolean sold) {
        Level before = level(itemId, locationId)
                .orElseThrow(() ->
                        new IllegalArgumentException("item " + itemId + " is not stocked at location " + locationId));
        Level after = change.apply(before).touched(journal.now());
        store(after);
        items.find(itemId)
                .ifPresent(variant -> journal.publish(
                        new StockChanged(variant, after, after.available() - before.available(), sold)));
        return after;
    }

    private void store(Level level) {
        byItem.computeIfAbsent(level.itemId(), item -> new ConcurrentSkipListMap<>())
                .put(level.locationId(), level);
        records.put(level);
    }
}
