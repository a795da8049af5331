package io.unifiedcommerce.flink.inventory.job;

import io.unifiedcommerce.flink.inventory.core.FactStore;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.flink.api.common.state.MapState;

/** Facts of the current key in Flink's state. */
final class MapStateStore<V> implements FactStore<V> {

    private final String name;
    private final MapState<String, V> facts;

    MapStateStore(String name, MapState<String, V> facts) {
        this.name = name;
        this.facts = facts;
    }

    @Override
    public V get(String id) {
        return access(() -> facts.get(id));
    }

    @Override
    public void put(String id, V fact) {
        access(() -> {
            facts.put(id, fact);
            return null;
        });
    }

    @Override
    public void remove(String id) {
        access(() -> {
            facts.remove(id);
            return null;
        });
    }

    @Override
    public void replaceAll(BiFunction<String, V, V> change) {
        access(() -> {
            Iterator<Map.Entry<String, V>> entries = facts.iterator();
            while (entries.hasNext()) {
                Map.Entry<String, V> entry = entries.next();
                V fact = entry.getValue();
                V changed = change.apply(entry.getKey(), fact);
                if (changed == null) {
                    entries.remove();
                } else if (changed != fact) {
                    entry.setValue(changed);
                }
            }
            return null;
        });
    }

    @Override
    public boolean isEmpty() {
        return access(facts::isEmpty);
    }

    /** Something that touches state. */
    private interface Access<R> {
        R run() throws Exception;
    }

    private <R> R access(Access<R> access) {
        try {
            return access.run();
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Exception failure) {
            throw new StateAccessException(name, failure);
        }
    }
}
