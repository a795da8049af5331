package io.unifiedcommerce.tck.fake.adobecommerce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import java.util.List;

/** A refusal. The message holds placeholders whose values stand beside it. */
final class CommerceError extends RuntimeException {
    private final int status;
    private final List<String> parameters;
    private final List<String> errors;

    CommerceError(int status, String message, String... parameters) {
        this(status, message, List.of(parameters), List.of());
    }

    private CommerceError(int status, String message, List<String> parameters, List<String> errors) {
        super(message);
        this.status = status;
        this.parameters = parameters;
        this.errors = errors;
    }

    /** A batch of which some rows are wrong; it does not say which. */
    static CommerceError validation(List<String> errors) {
        return new CommerceError(400, "Validation Failed", List.of(), errors);
    }

    static CommerceError notFound(String field, Object value) {
        return new CommerceError(404, "No such entity with %fieldName = %fieldValue", field, String.valueOf(value));
    }

    HttpAnswer answer() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", getMessage());
        if (!errors.isEmpty()) {
            ArrayNode list = body.putArray("errors");
            errors.forEach(error -> list.addObject().put("message", error).putArray("parameters"));
        }
        if (!parameters.isEmpty()) {
            ArrayNode list = body.putArray("parameters");
            parameters.forEach(list::add);
        }
        return HttpAnswer.json(status, body);
    }
}
