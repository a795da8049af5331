package io.unifiedcommerce.channel.config;

import io.unifiedcommerce.channel.record.Trees;
import java.util.Collection;
import java.util.Map;

/** The options that travel with records under {@code $context}. */
public final class ContextFields {
    private ContextFields() {}

    /**
     * Those of the keys that have a value, by the parts of the key, so that a mapping reads {@code $context.pos.currency}.
     *
     * @param keys configuration keys
     * @param values option values by configuration key
     */
    public static Map<String, Object> of(Collection<String> keys, Map<String, ?> values) {
        Map<String, Object> fields = Map.of();
        for (String key : keys) {
            if (values.containsKey(key)) {
                fields = Trees.with(fields, key, values.get(key));
            }
        }
        return fields;
    }
}
