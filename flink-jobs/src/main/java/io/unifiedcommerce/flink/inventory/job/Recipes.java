package io.unifiedcommerce.flink.inventory.job;

import io.unifiedcommerce.flink.inventory.core.Fact;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What catalogue items say about one bundle, by item. */
record Recipes(SortedMap<String, Fact.KitDefined> byItem) {

    Recipes {
        byItem = Collections.unmodifiableSortedMap(new TreeMap<>(byItem));
    }

    static Recipes none() {
        return new Recipes(new TreeMap<>());
    }

    /** With {@code kit}, unless a newer version of the same item is known. */
    Recipes with(Fact.KitDefined kit) {
        Fact.KitDefined known = byItem.get(kit.source());
        if (known != null && kit.version().compareTo(known.version()) <= 0) {
            return this;
        }
        SortedMap<String, Fact.KitDefined> more = new TreeMap<>(byItem);
        more.put(kit.source(), kit);
        return new Recipes(more);
    }

    /** Parts of the bundle, as the first item defines them; empty when it is none. */
    List<Fact.Part> parts() {
        return byItem.values().stream()
                .map(Fact.KitDefined::parts)
                .filter(parts -> !parts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
