package io.unifiedcommerce.quickstart.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.unifiedcommerce.quickstart.stack.JsonHttp.HttpStatusException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The worker's REST interface, as an operator uses it.
 *
 * <p>A worker answers 409 while it rebalances and 404 for the status of a connector it has not started yet: such
 * answers are asked again for {@link #PATIENCE}.
 */
public final class ConnectRest implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JsonHttp http;
    private final Poll poll = new Poll(PATIENCE);

    ConnectRest(int port) {
        this.http = new JsonHttp(port);
    }

    /** Where an operator's own tools reach the worker. */
    public String address() {
        return http.base();
    }

    /** Class names of all plugins found: connectors, transforms, predicates, converters. */
    public List<String> plugins() {
        return texts(call("GET connector-plugins", () -> http.get("connector-plugins?connectorsOnly=false")), "class");
    }

    /**
     * Has a configuration checked by the plugin itself.
     *
     * @return one line per error, {@code key: message}; empty when the configuration is valid
     */
    public List<String> validate(String connector, Map<String, String> configuration) {
        String plugin = simpleName(configuration.get("connector.class"));
        Map<String, String> named = new TreeMap<>(configuration);
        named.put("name", connector);
        JsonNode result = call(
                "validate " + connector,
                () -> http.put("connector-plugins/" + plugin + "/config/validate", JsonHttp.JSON.valueToTree(named)));
        List<String> errors = new ArrayList<>();
        for (JsonNode config : result.path("configs")) {
            JsonNode value = config.path("value");
            for (JsonNode error : value.path("errors")) {
                errors.add(value.path("name").asText() + ": " + error.asText());
            }
        }
        return errors;
    }

    /** Creates the connector or replaces its configuration. */
    public void put(String connector, Map<String, String> configuration) {
        call(
                "create " + connector,
                () -> http.put("connectors/" + connector + "/config", JsonHttp.JSON.valueToTree(configuration)));
    }

    public ConnectorStatus status(String connector) {
        return ConnectorStatus.of(
                call("status of " + connector, () -> http.get("connectors/" + connector + "/status")));
    }

    /**
     * States of all connectors by name, asked once.
     *
     * @throws IOException when the worker does not answer
     */
    public Map<String, ConnectorStatus> statuses() throws IOException {
        Map<String, ConnectorStatus> statuses = new TreeMap<>();
        http.get("connectors?expand=status")
                .properties()
                .forEach(connector -> statuses.put(
                        connector.getKey(),
                        ConnectorStatus.of(connector.getValue().path("status"))));
        return statuses;
    }

    /** Blocks until the connector and at least one task run and nothing has failed. */
    public void awaitRunning(String connector, Duration limit) {
        new Poll(limit).until(connector + " to run", () -> {
            ConnectorStatus status = status(connector);
            if (status.hasFailed()) {
                throw new StackException(connector + " failed: " + status.trace());
            }
            return status.isRunning();
        });
    }

    /** Committed offsets as Connect shows them: a list of objects with {@code partition} and {@code offset}. */
    public JsonNode offsets(String connector) {
        return call("offsets of " + connector, () -> http.get("connectors/" + connector + "/offsets"))
                .path("offsets");
    }

    /** Restarts the connector with its tasks. */
    public void restart(String connector) {
        call("restart " + connector, () -> http.post("connectors/" + connector + "/restart?includeTasks=true"));
    }

    public List<String> connectors() {
        List<String> names = new ArrayList<>();
        call("GET connectors", () -> http.get("connectors")).forEach(name -> names.add(name.asText()));
        return names;
    }

    public void delete(String connector) {
        call("delete " + connector, () -> http.delete("connectors/" + connector));
    }

    /** Throws until the worker has joined its group and serves requests. */
    void health() throws IOException {
        http.get("connectors");
    }

    private JsonNode call(String what, Request request) {
        JsonNode[] answer = new JsonNode[1];
        poll.until(what, () -> {
            try {
                answer[0] = request.send();
                return true;
            } catch (HttpStatusException e) {
                if (e.status() == 409 || e.status() == 404) {
                    throw e;
                }
                throw new StackException("Connect refused to " + what + ": " + e.getMessage(), e);
            }
        });
        return answer[0];
    }

    private static List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.path(field).asText()));
        return texts;
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    @Override
    public void close() {
        http.close();
    }

    @FunctionalInterface
    private interface Request {
        JsonNode send() throws IOException;
    }
}
