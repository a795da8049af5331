package io.unifiedcommerce.channel.webhook;

import java.util.Map;
import java.util.TreeMap;

/** Headers of a delivery; names count whatever their case, for proxies change it. */
final class Headers {
    private final Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Headers(Map<String, String> headers) {
        byName.putAll(headers);
    }

    /** The value, or null for none and for an empty one. */
    String get(String name) {
        String value = byName.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
