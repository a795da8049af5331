package io.unifiedcommerce.channel.auth;

import java.util.Map;
import java.util.Optional;

/** Asks an OAuth 2.0 token endpoint (RFC 6749, 3.2). */
@FunctionalInterface
public interface TokenEndpoint {

    /**
     * Posts a form and waits for the answer; what may pass by itself is retried for a bounded time.
     *
     * @param headers such as {@code Authorization}, by name
     * @return the parsed answer; empty when the endpoint does not accept the credentials
     */
    Optional<Map<?, ?>> post(String url, Map<String, String> headers, Map<String, String> form);

    /** The same without headers of its own. */
    default Optional<Map<?, ?>> post(String url, Map<String, String> form) {
        return post(url, Map.of(), form);
    }
}
