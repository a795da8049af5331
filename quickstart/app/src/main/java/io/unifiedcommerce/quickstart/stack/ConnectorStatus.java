package io.unifiedcommerce.quickstart.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * State of a connector and of its tasks, such as {@code RUNNING}, {@code FAILED}, {@code PAUSED}, {@code UNASSIGNED}.
 *
 * @param trace stack traces of what failed; empty when nothing did
 */
public record ConnectorStatus(String connector, List<String> tasks, String trace) {

    private static final String RUNNING = "RUNNING";
    private static final String FAILED = "FAILED";

    static ConnectorStatus of(JsonNode status) {
        List<String> tasks = new ArrayList<>();
        StringBuilder trace = new StringBuilder(status.at("/connector/trace").asText());
        for (JsonNode task : status.path("tasks")) {
            tasks.add(task.path("state").asText());
            trace.append(task.path("trace").asText());
        }
        return new ConnectorStatus(status.at("/connector/state").asText(), List.copyOf(tasks), trace.toString());
    }

    /** {@code RUNNING} when everything does, else the first state that is another. */
    public String summary() {
        if (tasks.isEmpty()) {
            return "STARTING";
        }
        return states().filter(state -> !state.equals(RUNNING)).findFirst().orElse(RUNNING);
    }

    public boolean isRunning() {
        return !tasks.isEmpty() && states().allMatch(RUNNING::equals);
    }

    public boolean hasFailed() {
        return states().anyMatch(FAILED::equals);
    }

    private Stream<String> states() {
        return Stream.concat(Stream.of(connector), tasks.stream());
    }
}
