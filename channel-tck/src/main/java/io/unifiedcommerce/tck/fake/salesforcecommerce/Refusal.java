package io.unifiedcommerce.tck.fake.salesforcecommerce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;

/** A refusal in the words of one of the platform's API families. */
final class Refusal extends RuntimeException {
    private static final String PROBLEM = "application/problem+json";

    private final transient HttpAnswer answer;

    private Refusal(HttpAnswer answer, String message) {
        super(message);
        this.answer = answer;
    }

    /** Of the Commerce API. */
    static Refusal problem(int status, String type, String detail) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("title", type)
                .put("type", "https://api.commercecloud.salesforce.com/documentation/error/v1/errors/" + type)
                .put("detail", detail);
        return new Refusal(HttpAnswer.json(status, body).with("Content-Type", PROBLEM), detail);
    }

    /** Of Omnichannel Inventory. */
    static Refusal inventory(int status, String code, String message) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("type", code)
                .put("errorCode", code)
                .put("message", message);
        return new Refusal(HttpAnswer.json(status, body).with("Content-Type", PROBLEM), message);
    }

    /** Of the OCAPI Data API. */
    static Refusal fault(int status, String type, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("_v", "25.6");
        body.putObject("fault").put("type", type).put("message", message).putObject("arguments");
        return new Refusal(HttpAnswer.json(status, body), message);
    }

    HttpAnswer answer() {
        return answer;
    }
}
