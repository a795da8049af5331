package io.unifiedcommerce.flink.inventory.job;

import io.unifiedcommerce.flink.inventory.core.Decision;
import io.unifiedcommerce.flink.inventory.core.FactStore;
import io.unifiedcommerce.model.Keys;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Which items of one channel go by which SKU. Two items with one SKU are a mistake of the catalogue that nobody can count
 * around: what is sold of one is taken off both. Versions decide, so that copies and late events change nothing.
 */
final class Catalogue {

    private final String channel;
    private final FactStore<String> items;
    private final FactStore<String> claims;

    /**
     * @param items version and SKU by item
     * @param claims items by SKU
     */
    Catalogue(String channel, FactStore<String> items, FactStore<String> claims) {
        this.channel = channel;
        this.items = items;
        this.claims = claims;
    }

    /**
     * An item goes by a SKU.
     *
     * @param version sorts as text
     * @param sku empty when the item has none, or is gone
     * @param out takes a SKU and what is wrong with it, each time when one more item goes by it
     */
    void take(String item, String version, String sku, long now, BiConsumer<String, Decision> out) {
        List<String> known = items.get(item) == null ? List.of("", "") : Keys.split(items.get(item));
        if (known.get(0).compareTo(version) > 0) {
            return;
        }
        items.put(item, Keys.of(version, sku));
        if (!known.get(1).equals(sku)) {
            leave(known.get(1), item);
            claim(sku, item, now, out);
        }
    }

    /** An item is gone, whatever its version was. */
    void forget(String item) {
        String known = items.get(item);
        if (known != null) {
            leave(Keys.split(known).get(1), item);
            items.remove(item);
        }
    }

    private void claim(String sku, String item, long now, BiConsumer<String, Decision> out) {
        if (sku.isEmpty()) {
            return;
        }
        SortedSet<String> claiming = claiming(sku);
        claiming.add(item);
        store(sku, claiming);
        if (claiming.size() > 1) {
            out.accept(sku, new Decision.Ambiguous(channel, List.copyOf(claiming), now));
        }
    }

    private void leave(String sku, String item) {
        SortedSet<String> claiming = claiming(sku);
        if (claiming.remove(item)) {
            store(sku, claiming);
        }
    }

    private SortedSet<String> claiming(String sku) {
        String known = sku.isEmpty() ? null : claims.get(sku);
        return known == null ? new TreeSet<>() : new TreeSet<>(Keys.split(known));
    }

    private void store(String sku, SortedSet<String> claiming) {
        if (claiming.isEmpty()) {
            claims.remove(sku);
        } else {
            claims.put(sku, Keys.of(claiming.toArray(String[]::new)));
        }
    }
}
