package io.unifiedcommerce.tck.fake.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Variants by the item that is stocked and by SKU. Written under the lock of the shop, read without it. */
final class Items {
    private final Map<String, List<Variant>> bySku = new ConcurrentHashMap<>();
    private final NavigableMap<Long, Variant> byItem = new ConcurrentSkipListMap<>();

    void add(Variant variant) {
        byItem.put(variant.itemId(), variant);
        bySku.merge(variant.sku(), List.of(variant), Items::joined);
    }

    void remove(Variant variant) {
        byItem.remove(variant.itemId());
        bySku.computeIfPresent(variant.sku(), (sku, all) -> {
            List<Variant> rest =
                    all.stream().filter(other -> other.id() != variant.id()).toList();
            return rest.isEmpty() ? null : rest;
        });
    }

    List<Variant> bySku(String sku) {
        return bySku.getOrDefault(sku, List.of());
    }

    Variant onlyBySku(String sku) {
        List<Variant> found = bySku(sku);
        if (found.size() != 1) {
            throw new IllegalArgumentException("sku " + sku + " must name one variant, names "
                    + found.stream().map(Variant::id).toList());
        }
        return found.get(0);
    }

    Optional<Variant> find(long itemId) {
        return Optional.ofNullable(byItem.get(itemId));
    }

    NavigableMap<Long, Variant> all() {
        return byItem;
    }

    private static List<Variant> joined(List<Variant> some, List<Variant> more) {
        List<Variant> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
