package io.unifiedcommerce.channel.http;

import io.unifiedcommerce.channel.record.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Finds what a GraphQL answer with status 200 has to complain of; the codes are those of Shopify's Admin API. */
final class GraphqlErrors {
    private static final Path ERRORS = Path.parse("errors");
    private static final Path CODE = Path.parse("extensions.code");
    private static final Path MESSAGE = Path.parse("message");
    private static final Path SEARCHES = Path.parse("extensions.search");
    private static final Path WARNINGS = Path.parse("warnings");

    private GraphqlErrors() {}

    /** Whether the call was refused for want of allowance. */
    static boolean throttled(Object body) {
        return codes(ERRORS.list(body)).contains("THROTTLED");
    }

    /** What is wrong with an answer; null when nothing is. */
    static ChannelException in(String label, Exchange.Reply reply, Duration asked, boolean write) {
        if (!(reply.body() instanceof Map<?, ?>)) {
            return new ChannelException.BrokenContract(label + ": not a GraphQL answer", null);
        }
        List<Object> errors = ERRORS.list(reply.body());
        if (!errors.isEmpty()) {
            return failure(label, errors, reply, asked, write);
        }
        List<Object> warnings = SEARCHES.list(reply.body()).stream()
                .flatMap(search -> WARNINGS.list(search).stream())
                .toList();
        if (!warnings.isEmpty()) {
            // The unfiltered list comes back: read as a window it would look like a flood of changes, or like a loss.
            return new ChannelException.BrokenContract(
                    label + ": the platform ignored a search filter: " + texts(warnings), null);
        }
        return null;
    }

    private static ChannelException failure(
            String label, List<Object> errors, Exchange.Reply reply, Duration asked, boolean write) {
        List<String> codes = codes(errors);
        if (codes.contains("THROTTLED")) {
            return new ChannelException.Transient(label + ": the rate limit is reached", asked, false, null);
        }
        if (codes.contains("ACCESS_DENIED")) {
            return new ChannelException.Forbidden(
                    label + ": the credentials lack a permission that this needs (ACCESS_DENIED)");
        }
        if (codes.contains("INTERNAL_SERVER_ERROR")) {
            return new ChannelException.Transient(
                    label + ": the platform fails (INTERNAL_SERVER_ERROR)", asked, write, null);
        }
        if (codes.contains("MAX_COST_EXCEEDED")) {
            return new ChannelException.Rejected(
                    label + ": the query costs too much (MAX_COST_EXCEEDED); ask for smaller pages",
                    reply.status(),
                    reply.body());
        }
        // The message of a refused write may quote the customer that was to be written; its code does not.
        String reason = write ? String.join(", ", codes) : texts(errors);
        return new ChannelException.Rejected(label + ": refused: " + reason, reply.status(), reply.body());
    }

    private static List<String> codes(List<Object> errors) {
        return errors.stream()
                .map(CODE::string)
                .map(code -> Objects.requireNonNullElse(code, "no code"))
                .distinct()
                .toList();
    }

    private static String texts(List<Object> errors) {
        return errors.stream()
                .map(error -> Objects.requireNonNullElseGet(MESSAGE.string(error), () -> "no message"))
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
