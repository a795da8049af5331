package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Answers by a function of the request and keeps what was asked. */
final class ScriptedClient implements ChannelClient {
    record Call(RequestSpec request, Map<String, Object> values) {
        Object value(String name) {
            return values.get(name);
        }

        @Override
        public String toString() {
            return request.path() + " " + new TreeMap<>(values);
        }
    }

    private final List<Call> calls = new ArrayList<>();
    private final Function<Call, Object> script;

    /** @param script gives an answer's body, an {@link Answer}, or a RuntimeException to throw */
    ScriptedClient(Function<Call, Object> script) {
        this.script = script;
    }

    /** Gives these bodies one after another. */
    static ScriptedClient bodies(Object... bodies) {
        var rest = Arrays.asList(bodies).iterator();
        return new ScriptedClient(call -> rest.next());
    }

    List<Call> calls() {
        return calls;
    }

    @Override
    public Answer call(RequestSpec request, Map<String, ?> values, Purpose purpose) {
        Call call = new Call(request, new HashMap<>(values));
        calls.add(call);
        Object answer = script.apply(call);
        if (answer instanceof RuntimeException failure) {
            throw failure;
        }
        return answer instanceof Answer whole ? whole : new Answer(200, Map.of(), answer, Instant.EPOCH);
    }

    @Override
    public InputStream download(URI file) {
        throw new UnsupportedOperationException("no files here");
    }

    @Override
    public double quotaHeadroom() {
        return 1;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
