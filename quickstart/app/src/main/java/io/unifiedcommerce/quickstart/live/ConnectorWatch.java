package io.unifiedcommerce.quickstart.live;

import io.unifiedcommerce.quickstart.scenario.SalesChannel;
import io.unifiedcommerce.quickstart.stack.ConnectRest;
import io.unifiedcommerce.quickstart.stack.ConnectorStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What Connect says of the connectors. Not for use by several threads. */
public final class ConnectorWatch {

    private static final String UNKNOWN = "no answer";

    private final ConnectRest rest;
    private final Map<String, SalesChannel> connectors;
    private Map<String, ConnectorStatus> statuses = Map.of();
    private boolean answers;

    /** @param connectors the channel of each connector, by its name */
    public ConnectorWatch(ConnectRest rest, Map<String, SalesChannel> connectors) {
        this.rest = rest;
        this.connectors = new TreeMap<>(connectors);
    }

    /** Asks the worker once; while it is down, its connectors have no state. */
    void look() {
        try {
            statuses = rest.statuses();
            answers = true;
        } catch (IOException e) {
            statuses = Map.of();
            answers = false;
        }
    }

    /** Such as {@code source RUNNING, sink RUNNING}. */
    String describe(SalesChannel channel) {
        return connectors.entrySet().stream()
                .filter(connector -> connector.getValue().equals(channel))
                .map(connector -> kind(connector.getKey()) + " " + state(connector.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String kind(String connector) {
        return connector.substring(connector.lastIndexOf('-') + 1);
    }

    private String state(String connector) {
        ConnectorStatus status = statuses.get(connector);
        return status == null ? UNKNOWN : status.summary();
    }

    /** One line for each connector that failed, and one where the worker does not answer. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!answers) {
            problems.add("Connect does not answer");
        }
        statuses.forEach((connector, status) -> {
            if (status.hasFailed()) {
                problems.add(connector + " failed: "
                        + status.trace().lines().findFirst().orElse("without a trace"));
            }
        });
        return problems;
    }
}
