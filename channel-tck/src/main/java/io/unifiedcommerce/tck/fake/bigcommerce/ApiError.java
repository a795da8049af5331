package io.unifiedcommerce.tck.fake.bigcommerce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;

/** A refusal; V2 and V3 word it differently. */
final class ApiError extends RuntimeException {
    private static final String TYPE = "https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes";

    private final int status;
    private final String field;

    ApiError(int status, String title) {
        this(status, title, null);
    }

    /** @param field what is wrong, null when the title says it all */
    ApiError(int status, String title, String field) {
        super(title);
        this.status = status;
        this.field = field;
    }

    HttpAnswer answer(boolean v2) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode error = json.objectNode().put("status", status);
        if (v2) {
            return HttpAnswer.json(status, json.arrayNode().add(error.put("message", getMessage())));
        }
        error.put("title", getMessage()).put("type", TYPE);
        ObjectNode errors = error.putObject("errors");
        if (field != null) {
            errors.put(field, getMessage());
        }
        return HttpAnswer.json(status, error).with("Content-Type", "application/problem+json");
    }
}
