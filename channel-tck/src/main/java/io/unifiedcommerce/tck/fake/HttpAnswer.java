package io.unifiedcommerce.tck.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One response to be sent. */
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String JSON = "application/json";

    /** @param content anything that Jackson writes as JSON */
    public static HttpAnswer json(int status, Object content) {
        try {
            return new HttpAnswer(status, Map.of("Content-Type", JSON), MAPPER.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("an answer of the fake cannot be written as JSON", e);
        }
    }

    public static HttpAnswer text(int status, String contentType, String content) {
        return new HttpAnswer(status, Map.of("Content-Type", contentType), content.getBytes(StandardCharsets.UTF_8));
    }

    public static HttpAnswer empty(int status) {
        return new HttpAnswer(status, Map.of(), new byte[0]);
    }

    public HttpAnswer with(String header, String value) {
        return with(Map.of(header, value));
    }

    public HttpAnswer with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new HttpAnswer(status, all, body);
    }
}
