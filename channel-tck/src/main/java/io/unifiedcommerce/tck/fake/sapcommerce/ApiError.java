package io.unifiedcommerce.tck.fake.sapcommerce;

import io.unifiedcommerce.tck.fake.HttpAnswer;
import java.util.List;
import java.util.Map;

/** A refusal; the Integration API and OCC word it differently. */
final class ApiError extends RuntimeException {
    private final int status;
    private final String code;

    ApiError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    HttpAnswer ofIntegration() {
        Map<String, Object> message = Map.of("lang", "en", "value", getMessage());
        return HttpAnswer.json(status, Map.of("error", Map.of("code", code, "message", message)));
    }

    HttpAnswer ofOcc() {
        return HttpAnswer.json(status, Map.of("errors", List.of(Map.of("type", code, "message", getMessage()))));
    }
}
