package io.unifiedcommerce.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Plays a platform from a script: each request must be the one that the script expects next. */
public final class ScriptedClient implements ChannelClient {
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final Deque<Step> script = new ArrayDeque<>();
    private final List<Map<String, ?>> sent = new ArrayList<>();

    private record Step(String request, Function<Map<String, ?>, Object> answer) {}

    /**
     * Adds a step.
     *
     * @param request part of the expected query file or path
     * @param body what the platform answers
     */
    public ScriptedClient then(String request, Object body) {
        return then(request, values -> body);
    }

    /** Adds a step whose answer depends on the request. */
    public ScriptedClient then(String request, Function<Map<String, ?>, Object> answer) {
        script.add(new Step(request, answer));
        return this;
    }

    /** Adds a step that fails. */
    public ScriptedClient thenFail(String request, ChannelException failure) {
        return then(request, values -> {
            throw failure;
        });
    }

    /** The values of each request so far. */
    public List<Map<String, ?>> sent() {
        return sent;
    }

    /** Checks that the script was played to its end. */
    public void assertFinished() {
        assertThat(script).extracting(Step::request).isEmpty();
    }

    @Override
    public Answer call(RequestSpec request, Map<String, ?> values, Purpose purpose) {
        String name = request.query() == null ? request.path() : request.query();
        Step step = script.poll();
        assertThat(step).as("a step for %s", name).isNotNull();
        assertThat(name).contains(step.request());
        sent.add(values);
        return new Answer(200, Map.of(), step.answer().apply(values), NOW);
    }

    @Override
    public InputStream download(URI file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public double quotaHeadroom() {
        return 1;
    }

    @Override
    public void close() {}
}
