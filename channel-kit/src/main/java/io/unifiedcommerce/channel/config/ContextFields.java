package io.unifiedcommerce.channel.config;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The options that travel with records under {@code $context}. */
public final class ContextFields {
    private ContextFields() {}

    /**
     * Those of the keys that have a value, by the parts of the key, so that a mapping reads {@code $context.pos.currency}.
     *
     * @param keys configuration keys
     * @param values option values by configuration key
     */
    public static Map<String, Object> of(Collection<String> keys, Map<String, String> values) {
        Map<String, Object> fields = new TreeMap<>();
        keys.stream().filter(values::containsKey).forEach(key -> {
            Map<String, Object> node = fields;
            String[] parts = key.split("\\.");
            for (int i = 0; i < parts.length - 1; i++) {
                node = child(node, parts[i]);
            }
            node.put(parts[parts.length - 1], values.get(key));
        });
        return fields;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> node, String name) {
        return (Map<String, Object>) node.computeIfAbsent(name, key -> new TreeMap<String, Object>());
    }
}
