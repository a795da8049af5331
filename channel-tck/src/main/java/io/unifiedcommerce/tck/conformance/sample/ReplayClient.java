package io.unifiedcommerce.tck.conformance.sample;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import io.unifiedcommerce.channel.record.Path;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Answers a stream's requests from a sample: the first request of a listing by the sample's page, further ones by nothing. */
final class ReplayClient implements ChannelClient {
    private final Map<RequestSpec, Asked> known = new IdentityHashMap<>();
    private final Map<Asked, Integer> calls = new HashMap<>();
    private final Instant now;

    /** Gives the body for the placeholders of a call. */
    private interface Asked {
        Object body(Map<String, ?> values);
    }

    ReplayClient(ApiManifest manifest, Sample sample, Instant now) {
        this.now = now;
        StreamSpec stream = manifest.streams().get(sample.stream());
        known.put(stream.read().request(), once(sample.page()));
        if (stream.read().slices() != null) {
            known.put(stream.read().slices().request(), values -> sample.slices());
        }
        for (String name : Descendants.of(manifest, sample.stream())) {
            StreamSpec spec = manifest.streams().get(name);
            spec.enrich()
                    .forEach(enrich ->
                            known.put(enrich.request(), byRecord(sample, enrich.into(), Path.parse(spec.id()))));
            spec.lookups().forEach(lookup -> {
                StreamSpec other = manifest.streams().get(lookup.stream());
                List<Object> there = sample.lookups().getOrDefault(lookup.into(), List.of());
                known.put(other.reread().request(), byIds(there, other));
            });
        }
    }

    /** Answers a request that reads records again by their id. */
    void rereading(RequestSpec request, Object body) {
        known.put(request, values -> body);
    }

    private Asked once(Object body) {
        return new Asked() {
            @Override
            public Object body(Map<String, ?> values) {
                return calls.merge(this, 1, Integer::sum) == 1 ? body : null;
            }
        };
    }

    private Asked byRecord(Sample sample, String into, Path id) {
        Map<String, Integer> asked = new HashMap<>();
        return values -> {
            String record = id.string(values.get("record"));
            boolean first = asked.merge(record, 1, Integer::sum) == 1;
            return first ? sample.enrichments().getOrDefault(into, Map.of()).get(record) : null;
        };
    }

    private static Asked byIds(List<Object> there, StreamSpec stream) {
        Path id = Path.parse(stream.id());
        return values -> Bodies.with(
                stream.reread().records(),
                there.stream()
                        .filter(record -> ((List<?>) values.get("ids")).contains(id.string(record)))
                        .toList());
    }

    @Override
    public Answer call(RequestSpec request, Map<String, ?> values, Purpose purpose) {
        Asked asked = known.get(request);
        Object body = asked == null ? null : asked.body(values);
        return new Answer(body == null ? 204 : 200, Map.of(), body, now);
    }

    @Override
    public InputStream download(URI file) {
        throw new UnsupportedOperationException("samples hold no files of bulk jobs");
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
