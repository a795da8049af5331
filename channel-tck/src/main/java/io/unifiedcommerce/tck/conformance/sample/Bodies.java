package io.unifiedcommerce.tck.conformance.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes bodies of answers. */
public final class Bodies {
    private Bodies() {}

    /** A body that holds a list at a path; the list itself for {@code $}. */
    public static Object with(String path, List<?> list) {
        if (path.equals("$")) {
            return list;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, path, list);
        return body;
    }

    /** Puts a value at a path of keys; maps on the way are made. */
    @SuppressWarnings("unchecked")
    public static void put(Map<String, Object> map, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            map.put(path, value);
        } else {
            Map<String, Object> inner = (Map<String, Object>)
                    map.computeIfAbsent(path.substring(0, dot), key -> new LinkedHashMap<String, Object>());
            put(inner, path.substring(dot + 1), value);
        }
    }
}
