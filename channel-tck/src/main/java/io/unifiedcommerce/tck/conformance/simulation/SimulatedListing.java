package io.unifiedcommerce.tck.conformance.simulation;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.CursorSpec;
import io.unifiedcommerce.channel.manifest.PagingSpec;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.tck.conformance.sample.Bodies;
import io.unifiedcommerce.tck.conformance.sample.Descendants;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A platform that lists the records of one stream in the way that the manifest says. Times are whole seconds, with ties. */
public final class SimulatedListing implements ChannelClient {
    private final ApiManifest manifest;
    private final String stream;
    private final Clock clock;
    private final RecordMaker maker;
    private final Map<Long, Row> rows = new TreeMap<>();
    private final Map<RequestSpec, Enrichment> enrichments = new IdentityHashMap<>();
    private final Map<RequestSpec, Lookup> lookups = new IdentityHashMap<>();
    private StreamSpec.ReadSpec reading;
    private long changes;

    private record Enrichment(String stream, StreamSpec.EnrichSpec spec) {}

    private record Lookup(String stream, StreamSpec.LookupSpec spec) {}

    /** @param stream a listed stream */
    public SimulatedListing(ApiManifest manifest, String stream, Clock clock) {
        this.manifest = manifest;
        this.stream = stream;
        this.clock = clock;
        this.maker = new RecordMaker(manifest);
        this.reading = manifest.streams().get(stream).read();
        for (String name : Descendants.of(manifest, stream)) {
            manifest.streams()
                    .get(name)
                    .enrich()
                    .forEach(spec -> enrichments.put(spec.request(), new Enrichment(name, spec)));
            manifest.streams()
                    .get(name)
                    .lookups()
                    .forEach(lookup -> lookups.put(
                            manifest.streams().get(lookup.stream()).reread().request(), new Lookup(name, lookup)));
        }
    }

    /** Adds a record that last changed at an instant. */
    public void add(Instant changedAt) {
        long id = rows.size() + 1L;
        rows.put(id, new Row(id, 1, ++changes, changedAt.truncatedTo(ChronoUnit.SECONDS)));
    }

    /** Changes a record now; a new second must have begun since its last change. */
    public void change(long id) {
        rows.computeIfPresent(id, (key, row) -> new Row(row.id(), row.version() + 1, ++changes, timeOf(row)));
    }

    /** A day of business stays what it is. */
    private Instant timeOf(Row changed) {
        boolean day = manifest.streams().get(stream).read().cursor() instanceof CursorSpec.Sliding;
        return day ? changed.changedAt() : clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Newest version of each record, by its id. */
    public Map<String, Long> newest() {
        Map<String, Long> newest = new LinkedHashMap<>();
        rows.values().forEach(row -> newest.put(row.idText(), (long) row.version()));
        return newest;
    }

    /** The version of a record that was read. */
    public static long versionOf(Map<String, Object> record) {
        return (Long) record.get(RecordMaker.REVISION);
    }

    @Override
    public Answer call(RequestSpec request, Map<String, ?> values, Purpose purpose) {
        if (lookups.containsKey(request)) {
            return lookedUp(lookups.get(request), values);
        }
        Enrichment enrichment = enrichments.get(request);
        return enrichment == null ? page(request, values) : enriched(enrichment, values);
    }

    /** The records of streams inside a look-up; of others nothing is asked here. */
    private Answer lookedUp(Lookup lookup, Map<String, ?> values) {
        List<Map<String, Object>> found = ((List<?>) values.get("ids"))
                .stream()
                        .map(id -> rows.get(Long.valueOf(id.toString())))
                        .flatMap(row ->
                                maker.enrichment(lookup.stream(), lookup.spec().into(), row).stream())
                        .toList();
        StreamSpec.RereadSpec reread =
                manifest.streams().get(lookup.spec().stream()).reread();
        return answer(Bodies.with(reread.records(), found), Map.of());
    }

    private Answer enriched(Enrichment enrichment, Map<String, ?> values) {
        Path id = Path.parse(manifest.streams().get(enrichment.stream()).id());
        Row row = rows.get(Long.valueOf(id.string(values.get("record"))));
        List<Map<String, Object>> found =
                maker.enrichment(enrichment.stream(), enrichment.spec().into(), row);
        return answer(Bodies.with(enrichment.spec().records(), found), Map.of());
    }

    private Answer page(RequestSpec request, Map<String, ?> values) {
        StreamSpec spec = manifest.streams().get(stream);
        if (request == spec.read().request()) {
            reading = spec.read();
        } else if (spec.backfill() != null && request == spec.backfill().request()) {
            reading = spec.backfill();
        }
        ListingRequest asked = new ListingRequest(reading, request, values);
        List<Row> selected = asked.select(List.copyOf(rows.values()));
        int from = Math.min(asked.offset(), selected.size());
        int to = (int) Math.min((long) from + asked.size(), selected.size());
        List<Map<String, Object>> page = selected.subList(from, to).stream()
                .map(row -> maker.record(stream, row))
                .toList();
        Object body = Bodies.with(reading.records(), page);
        boolean more = to < selected.size();
        if (reading.paging() instanceof PagingSpec.Token token) {
            if (reading.cursor() instanceof CursorSpec.Feed) {
                next(
                        body,
                        token,
                        Long.toString(to == 0 ? changes : selected.get(to - 1).sequence()),
                        more);
            } else {
                next(body, token, more ? Integer.toString(to) : null, more);
            }
        }
        return answer(body, link(body, more ? "https://platform/next?at=" + to : null));
    }

    /** Puts the address of the next page where the manifest looks for it; null for none. */
    @SuppressWarnings("unchecked")
    private Map<String, String> link(Object body, String address) {
        if (address == null || !(reading.paging() instanceof PagingSpec.Link link)) {
            return Map.of();
        }
        if (link.next() == null) {
            return Map.of("link", "<" + address + ">; rel=\"next\"");
        }
        Bodies.put((Map<String, Object>) body, link.next(), address);
        return Map.of();
    }

    /** @param token null for none */
    @SuppressWarnings("unchecked")
    private static void next(Object body, PagingSpec.Token paging, String token, boolean more) {
        if (body instanceof Map<?, ?> map) {
            if (paging.more() != null) {
                Bodies.put((Map<String, Object>) map, paging.more(), more);
            }
            if (token != null) {
                Bodies.put((Map<String, Object>) map, paging.next(), token);
            }
        }
    }

    private Answer answer(Object body, Map<String, String> headers) {
        return new Answer(200, headers, body, clock.instant());
    }

    @Override
    public InputStream download(URI file) {
        throw new UnsupportedOperationException("a simulated listing prepares no files");
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
