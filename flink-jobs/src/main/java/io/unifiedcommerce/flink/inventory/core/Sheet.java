package io.unifiedcommerce.flink.inventory.core;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The small part of a SKU's state, needed for every fact: running sums, channels, what was published. Sorted
 * collections, so that the same state always decides and serialises in the same way.
 */
public final class Sheet {

    static final long NEVER = Long.MAX_VALUE;

    static final long SWEEP_INTERVAL = Duration.ofDays(1).toMillis();

    /** Grows with each change of the stock and with each push: never the same for two different pushes to a channel. */
    long version;

    final SortedMap<String, Shelf> shelves = new TreeMap<>();
    final SortedMap<String, Mirror> mirrors = new TreeMap<>();

    /** Units by which channels were found to differ, since the beginning. */
    long drift;

    /** By catalogue item; not empty when the SKU is a bundle. */
    final SortedMap<String, Recipe> recipes = new TreeMap<>();

    /** Bundles this SKU is a part of. */
    final SortedSet<String> kits = new TreeSet<>();

    /** By location and part; only where the stock of a bundle is computed. */
    final SortedMap<String, SortedMap<String, Component>> components = new TreeMap<>();

    /** Locations changed since the last publication. */
    final SortedSet<String> unpublished = new TreeSet<>();

    /** A channel changed since the last publication. */
    boolean channelsUnpublished;

    /** Units last published by location. */
    final SortedMap<String, Long> published = new TreeMap<>();

    long publishedAt = Long.MIN_VALUE;

    /** Units last reported as oversold by location. */
    final SortedMap<String, Long> oversold = new TreeMap<>();

    long nextExpiry = NEVER;
    long nextSweep = NEVER;

    /** Earliest wake-up asked for that has not come. */
    long wakeAt = NEVER;

    Mirror mirror(String channel) {
        return mirrors.computeIfAbsent(channel, Mirror::new);
    }

    /** Parts of the bundle this SKU is; empty when it is none. Two definitions of one bundle: the first item's counts. */
    List<Fact.Part> parts() {
        return recipes.values().stream()
                .map(Recipe::parts)
                .filter(parts -> !parts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    boolean isKit() {
        return !recipes.isEmpty() && !parts().isEmpty();
    }

    /** Takes a definition of the bundle; that a SKU is none is worth keeping only if it was one. */
    void define(Fact.KitDefined kit) {
        Recipe known = recipes.get(kit.source());
        boolean isOlder = known != null && kit.version().compareTo(known.version()) <= 0;
        if (!isOlder && (known != null || !kit.parts().isEmpty())) {
            recipes.put(kit.source(), new Recipe(kit.version(), kit.parts()));
        }
    }

    /** Version of the ledger for this SKU: strictly rising. */
    public long version() {
        return version;
    }
}
