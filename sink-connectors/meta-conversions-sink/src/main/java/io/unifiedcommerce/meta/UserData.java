package io.unifiedcommerce.meta;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who a conversion belongs to. What tells a person is normalised and hashed, so that nothing readable leaves the worker;
 * what the browser or device gave goes as it is (Meta, "Customer Information Parameters").
 */
final class UserData {
    /** Any of these is enough to be matched; those that fit many people alone are refused by Meta. */
    private static final Set<String> IDENTIFYING = Set.of("em", "ph", "external_id", "fbc", "fbp");

    private static final String IP = "client_ip_address";
    private static final String AGENT = "client_user_agent";

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Adds a value that is normalised already; null is left out. */
    UserData hashed(String key, String normalised) {
        if (normalised != null) {
            fields.put(key, List.of(sha256(normalised)));
        }
        return this;
    }

    /** Adds a value that must not be hashed; null and blank are left out. */
    UserData plain(String key, String value) {
        if (value != null && !value.isBlank()) {
            fields.put(key, value);
        }
        return this;
    }

    UserData ip(String value) {
        return plain(IP, value);
    }

    UserData agent(String value) {
        return plain(AGENT, value);
    }

    boolean hasAgent() {
        return fields.containsKey(AGENT);
    }

    /** Whether Meta can find a person by it. Otherwise it refuses the event, and the whole request with it. */
    boolean identifies() {
        return fields.keySet().stream().anyMatch(IDENTIFYING::contains)
                || fields.containsKey(IP) && fields.containsKey(AGENT);
    }

    Map<String, Object> toJson() {
        return Map.copyOf(fields);
    }

    private static String sha256(String value) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
