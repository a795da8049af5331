package io.unifiedcommerce.channels.shopify;

import com.fasterxml.jackson.databind.node.TextNode;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One bulk operation on Shopify's side: started, watched, and started again when it came to nothing. */
final class BulkOperation {
    private static final RequestSpec RUN = graphql("queries/bulk-run.graphql", "query", "${hook.query}");
    private static final RequestSpec STATUS = graphql("queries/bulk-status.graphql", "id", "${hook.id}");
    private static final Path STARTED = Path.parse("data.bulkOperationRunQuery.bulkOperation.id");
    private static final Path ERRORS = Path.parse("data.bulkOperationRunQuery.userErrors");
    private static final Path OPERATION = Path.parse("data.bulkOperation");
    private static final Set<String> OTHERS_AT_WORK = Set.of("OPERATION_IN_PROGRESS", "LIMIT_REACHED");

    /** What became of it. */
    sealed interface State {}

    /** Not at its end. */
    record Running() implements State {}

    /** @param file null when nothing matched */
    record Completed(long rows, URI file) implements State {}

    /** It came to nothing; what it may have written in part is never used. */
    record Failed(String reason) implements State {}

    private final ChannelClient client;
    private final String query;
    private String id;

    BulkOperation(ChannelClient client, String query) {
        this.client = client;
        this.query = query;
    }

    boolean started() {
        return id != null;
    }

    /**
     * Starts it.
     *
     * @return false when Shopify runs as many for this shop and app as it allows
     */
    boolean start() {
        Object body = client.call(RUN, Map.of("hook.query", query), ChannelClient.Purpose.READ)
                .body();
        List<Object> errors = ERRORS.list(body);
        if (errors.stream()
                .anyMatch(error -> OTHERS_AT_WORK.contains(Path.parse("code").string(error)))) {
            return false;
        }
        id = STARTED.string(body);
        if (!errors.isEmpty() || id == null) {
            throw new ChannelException.BrokenContract("Shopify does not accept the bulk query: " + errors, null);
        }
        return true;
    }

    /** Asks how it stands. */
    State state() {
        Object operation = OPERATION.get(client.call(STATUS, Map.of("hook.id", id), ChannelClient.Purpose.READ)
                .body());
        String status = String.valueOf(Path.parse("status").string(operation));
        return switch (status) {
            case "CREATED", "RUNNING", "CANCELING" -> new Running();
            case "COMPLETED" -> completed(operation);
            default -> failed(status, Path.parse("errorCode").string(operation));
        };
    }

    /** Forgets it, so that it can be started again. */
    void reset() {
        id = null;
    }

    private static State completed(Object operation) {
        long rows = Long.parseLong(Path.parse("objectCount").string(operation));
        String url = Path.parse("url").string(operation);
        if (rows > 0 && url == null) {
            return new Failed("it announced " + rows + " rows and gave no file");
        }
        return new Completed(rows, url == null ? null : URI.create(url));
    }

    private static State failed(String status, String errorCode) {
        if ("ACCESS_DENIED".equals(errorCode)) {
            throw new ChannelException.Forbidden(
                    "the bulk operation was denied; grant the app the scopes of the stream");
        }
        return new Failed(status + (errorCode == null ? "" : " " + errorCode));
    }

    private static RequestSpec graphql(String file, String variable, String template) {
        return new RequestSpec(
                "POST", null, Map.of(), Map.of(), null, file, Map.of(variable, TextNode.valueOf(template)));
    }
}
