package io.unifiedcommerce.tck.conformance.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes changed copies of records. */
public final class RecordEdit {
    /** The result of an edit that takes a value away. */
    public static final Object GONE = new Object();

    private RecordEdit() {}

    /**
     * A copy with every value at a path of keys changed; lists on the way are looked through.
     *
     * @param edit gives the new value, or {@link #GONE}
     */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> at(Map<String, Object> record, String path, UnaryOperator<Object> edit) {
        return (Map<String, Object>) edited(record, List.of(path.split("\\.")), 0, edit);
    }

    /** A copy without the values at a path of keys. */
    public static Map<String, Object> without(Map<String, Object> record, String path) {
        return at(record, path, value -> GONE);
    }

    private static Object edited(Object node, List<String> keys, int depth, UnaryOperator<Object> edit) {
        if (node instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(edited(item, keys, depth, edit)));
            return copy;
        }
        if (!(node instanceof Map<?, ?> map)) {
            return node;
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            Object changed = value;
            if (key.equals(keys.get(depth))) {
                changed = depth == keys.size() - 1 ? edit.apply(value) : edited(value, keys, depth + 1, edit);
            }
            if (changed != GONE) {
                copy.put(String.valueOf(key), changed);
            }
        });
        return copy;
    }
}
