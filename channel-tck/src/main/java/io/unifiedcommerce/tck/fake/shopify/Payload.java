package io.unifiedcommerce.tck.fake.shopify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The result of a mutation: the thing it made, which may be null, and what was wrong with the input. */
final class Payload {
    private Payload() {}

    static Map<String, Object> of(String name, Object value) {
        return of(name, value, List.of());
    }

    static Map<String, Object> of(String name, Object value, List<Map<String, Object>> userErrors) {
        Map<String, Object> payload = new HashMap<>();
        payload.put(name, value);
        payload.put("userErrors", userErrors);
        return payload;
    }

    /** @param code null for errors of the plain kind */
    static Map<String, Object> error(String code, String message, String... field) {
        Map<String, Object> error = new HashMap<>();
        error.put("code", code);
        error.put("message", message);
        error.put("field", field.length == 0 ? null : List.of(field));
        return error;
    }
}
