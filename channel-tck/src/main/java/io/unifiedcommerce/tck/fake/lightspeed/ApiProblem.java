package io.unifiedcommerce.tck.fake.lightspeed;

import io.unifiedcommerce.tck.fake.HttpAnswer;
import java.util.List;
import java.util.Map;

/** A refusal in the platform's form. */
final class ApiProblem extends RuntimeException {
    private final int status;

    ApiProblem(int status, String message) {
        super(message);
        this.status = status;
    }

    HttpAnswer answer() {
        return HttpAnswer.json(status, Map.of("errors", Map.of("global", List.of(getMessage()))));
    }
}
