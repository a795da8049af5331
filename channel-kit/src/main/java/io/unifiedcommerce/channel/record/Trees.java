package io.unifiedcommerce.channel.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds records from parts of others. A page's own maps are never changed: it is compared with the next one. */
public final class Trees {
    private Trees() {}

    /** A copy of the map with a value at a path of keys; maps on the way are copied or made. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> with(Map<String, ?> map, String path, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(map);
        int dot = path.indexOf('.');
        if (dot < 0) {
            copy.put(path, value);
        } else {
            String key = path.substring(0, dot);
            Map<String, Object> inner =
                    copy.get(key) instanceof Map<?, ?> found ? (Map<String, Object>) found : Map.of();
            copy.put(key, with(inner, path.substring(dot + 1), value));
        }
        return copy;
    }

    /** A map of some fields of a record, each where it stands in the record. */
    public static Map<String, Object> pick(Object record, List<Path> paths) {
        Map<String, Object> picked = new LinkedHashMap<>();
        for (Path path : paths) {
            picked = with(picked, path.toString(), path.get(record));
        }
        return picked;
    }
}
