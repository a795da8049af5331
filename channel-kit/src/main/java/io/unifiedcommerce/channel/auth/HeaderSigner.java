package io.unifiedcommerce.channel.auth;

import io.unifiedcommerce.channel.template.TextTemplate;
import io.unifiedcommerce.channel.template.Values;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The same headers for each request. Not a record: its text form would show them. */
final class HeaderSigner implements RequestSigner {
    private final Map<String, String> headers;

    private HeaderSigner(Map<String, String> headers) {
        this.headers = Map.copyOf(headers);
    }

    static HeaderSigner none() {
        return new HeaderSigner(Map.of());
    }

    static HeaderSigner of(Map<String, String> templates, Values values) {
        return new HeaderSigner(fill(templates, values));
    }

    static HeaderSigner basic(String user, String password) {
        return new HeaderSigner(credentials(user, password));
    }

    /** RFC 7617; the user name must not hold a colon. */
    static Map<String, String> credentials(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    static Map<String, String> fill(Map<String, String> templates, Values values) {
        Map<String, String> filled = new LinkedHashMap<>();
        templates.forEach(
                (name, text) -> filled.put(name, TextTemplate.compile(text).text(values)));
        return filled;
    }

    @Override
    public Map<String, String> headersFor(UnsignedRequest request) {
        return headers;
    }
}
