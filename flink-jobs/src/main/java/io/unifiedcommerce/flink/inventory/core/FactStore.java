package io.unifiedcommerce.flink.inventory.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Facts of one SKU by their id. The ledger looks facts up one by one and walks over all of them only when a location is
 * counted, so that a store may live on disk.
 */
public interface FactStore<V> {

    /** The fact {@code id}, or null. */
    V get(String id);

    void put(String id, V fact);

    void remove(String id);

    /** Replaces each fact by what {@code change} makes of it; null removes it, the same instance costs nothing. */
    void replaceAll(BiFunction<String, V, V> change);

    boolean isEmpty();

    /** A store in memory. */
    static <V> FactStore<V> inMemory() {
        return new InMemory<>(new HashMap<>());
    }

    /** Facts in a map. */
    record InMemory<V>(Map<String, V> facts) implements FactStore<V> {

        @Override
        public V get(String id) {
            return facts.get(id);
        }

        @Override
        public void put(String id, V fact) {
            facts.put(id, fact);
        }

        @Override
        public void remove(String id) {
            facts.remove(id);
        }

        @Override
        public void replaceAll(BiFunction<String, V, V> change) {
            for (String id : List.copyOf(facts.keySet())) {
                V fact = facts.get(id);
                V changed = change.apply(id, fact);
                if (changed == null) {
                    facts.remove(id);
                } else if (changed != fact) {
                    facts.put(id, changed);
                }
            }
        }

        @Override
        public boolean isEmpty() {
            return facts.isEmpty();
        }
    }
}
