package io.unifiedcommerce.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * What an error of the Graph API means for a sender. The codes for throttling and for permissions are those of the Graph
 * API at large; that they hold for this edge too was not verified.
 */
final class GraphError {
    private static final int INVALID = 100;
    private static final int TOKEN = 190;
    private static final int UNKNOWN_OBJECT = 803;
    /** With {@link #INVALID}: the dataset does not exist, or the token may not see it. */
    private static final int NO_SUCH_OBJECT = 33;

    private static final Set<Integer> THROTTLED = Set.of(1, 2, 4, 17, 32, 341, 613);

    private GraphError() {}

    static MetaException of(int status, JsonNode answer) {
        JsonNode error = answer.path("error");
        int code = error.path("code").asInt(0);
        String what = "status " + status + ", code " + code + ": " + text(error);
        boolean throttled = status == 429 || THROTTLED.contains(code) || code >= 80_000 && code < 90_000;
        if (status >= 500 || throttled || error.path("is_transient").asBoolean(false) || error.isMissingNode()) {
            return new MetaException.Temporary(what, null);
        }
        if (code == TOKEN || code == UNKNOWN_OBJECT || code == 10 || code >= 200 && code < 300) {
            return new MetaException.Denied(what);
        }
        boolean data = code == INVALID && error.path("error_subcode").asInt(0) != NO_SUCH_OBJECT;
        return data ? new MetaException.Refused(what) : new MetaException.Denied(what);
    }

    /** For people, and with the id by which Meta's support finds the request. It repeats no value of an event. */
    private static String text(JsonNode error) {
        String text = error.path("error_user_msg").asText(error.path("message").asText("no message"));
        return text + " (fbtrace_id " + error.path("fbtrace_id").asText("none") + ")";
    }
}
