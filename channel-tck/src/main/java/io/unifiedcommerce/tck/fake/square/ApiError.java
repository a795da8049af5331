package io.unifiedcommerce.tck.fake.square;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;

/** A refusal in Square's words. */
final class ApiError extends RuntimeException {
    private final int status;
    private final String category;
    private final String code;
    private final String field;

    private ApiError(int status, String category, String code, String detail, String field) {
        super(detail);
        this.status = status;
        this.category = category;
        this.code = code;
        this.field = field;
    }

    static ApiError invalid(String code, String detail, String field) {
        return new ApiError(400, "INVALID_REQUEST_ERROR", code, detail, field);
    }

    static ApiError notFound(String detail) {
        return new ApiError(404, "INVALID_REQUEST_ERROR", "NOT_FOUND", detail, null);
    }

    static ApiError unauthorized() {
        return new ApiError(401, "AUTHENTICATION_ERROR", "UNAUTHORIZED", "This request could not be authorized.", null);
    }

    static ApiError forbidden() {
        return new ApiError(
                403,
                "AUTHENTICATION_ERROR",
                "INSUFFICIENT_SCOPES",
                "The merchant has not given your application sufficient permissions to do that.",
                null);
    }

    static ApiError rateLimited() {
        return new ApiError(429, "RATE_LIMIT_ERROR", "RATE_LIMITED", "slow down", null);
    }

    static ApiError internal(int status) {
        return new ApiError(status, "API_ERROR", "INTERNAL_SERVER_ERROR", "An internal error has occurred.", null);
    }

    HttpAnswer answer() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putArray("errors").addObject();
        error.put("category", category).put("code", code).put("detail", getMessage());
        if (field != null) {
            error.put("field", field);
        }
        return HttpAnswer.json(status, body);
    }
}
