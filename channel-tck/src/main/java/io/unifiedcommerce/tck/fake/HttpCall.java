package io.unifiedcommerce.tck.fake;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request as it came.
 *
 * @param path decoded, without query
 * @param query decoded values by name
 * @param headers by lower-case name, the first value of each
 */
public record HttpCall(
        String method, String path, Map<String, List<String>> query, Map<String, String> headers, byte[] body) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** The first value of a query parameter, absent also when it is empty. */
    public Optional<String> param(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() || values.get(0).isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The fields of a body of type application/x-www-form-urlencoded, decoded. */
    public Map<String, String> form() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : text().split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** @throws IOException when the body is not JSON */
    public JsonNode json() throws IOException {
        return MAPPER.readTree(body);
    }
}
