package io.unifiedcommerce.tck.conformance.sample;

import io.unifiedcommerce.channel.event.EventPolicy;
import io.unifiedcommerce.channel.event.EventReader;
import io.unifiedcommerce.channel.event.ReceivedEvent;
import io.unifiedcommerce.channel.event.Reception;
import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.ChannelManifest;
import io.unifiedcommerce.channel.manifest.CursorSpec;
import io.unifiedcommerce.channel.manifest.EventsManifest;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import io.unifiedcommerce.channel.read.Batch;
import io.unifiedcommerce.channel.read.Emission;
import io.unifiedcommerce.channel.read.Position;
import io.unifiedcommerce.channel.read.ReadContext;
import io.unifiedcommerce.channel.read.Rereader;
import io.unifiedcommerce.channel.read.Slice;
import io.unifiedcommerce.channel.read.SliceList;
import io.unifiedcommerce.channel.read.StartTime;
import io.unifiedcommerce.channel.read.StreamPlan;
import io.unifiedcommerce.channel.read.StreamReader;
import io.unifiedcommerce.channel.record.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads samples by the engine that the connectors read platforms by. */
public final class SampleReading {
    private static final int WINDOW_RECORDS = 1_000_000;
    private static final EventPolicy POLICY =
            new EventPolicy(false, EventPolicy.WithoutConsent.STRIP, EventPolicy.OptOut.ADS, 1 << 20);
    private static final Reception BROWSER =
            new Reception(SampleOrigin.NOW, "203.0.113.0", "Browser/1.0", "track", false);

    private final ChannelFolder folder;
    private final ChannelManifest manifest;
    private final Map<String, Object> context;

    /** @param context what records carry under {@code $context} */
    public SampleReading(ChannelFolder folder, ChannelManifest manifest, Map<String, Object> context) {
        this.folder = folder;
        this.manifest = manifest;
        this.context = context;
    }

    /** The records that a source emits when the platform answers with the sample, in their order. */
    public List<SampleRecord> read(Sample sample) {
        if (manifest instanceof ApiManifest api) {
            StreamSpec stream = api.streams().get(sample.stream());
            return stream.told() ? told(stream, sample) : listed(api, sample);
        }
        return manifest instanceof EventsManifest events ? posted(events, sample) : assembled(sample);
    }

    /** The records that a source emits when it reads those of a listing's sample again by id; the same, if all is well. */
    public List<SampleRecord> reread(ApiManifest api, Sample sample, List<Object> items) {
        StreamSpec.RereadSpec reread = api.streams().get(sample.stream()).reread();
        ReplayClient client = new ReplayClient(api, sample, SampleOrigin.NOW);
        client.rereading(reread.request(), Bodies.with(reread.records(), items));
        Slice slice = webhooksTellSlices(api, sample.stream()) ? slice(api, sample, client) : null;
        return new Rereader(api, sample.stream(), wanted(api, sample), context(client))
                .read(List.of("1"), slice == null ? null : slice.id()).stream()
                        .map(emission -> record(sample, emission, "WEBHOOK"))
                        .toList();
    }

    /** Whether every webhook that makes a stream read again tells the slice. */
    public static boolean webhooksTellSlices(ApiManifest api, String stream) {
        return api.webhooks() != null
                && api.webhooks().topics().values().stream()
                        .filter(topic -> topic.stream().equals(stream) && !topic.deleted())
                        .allMatch(topic -> topic.slice() != null);
    }

    /** What the sample's page lists. */
    public List<Object> items(ApiManifest api, Sample sample) {
        return Path.parse(api.streams().get(sample.stream()).read().records()).list(sample.page());
    }

    private List<SampleRecord> listed(ApiManifest api, Sample sample) {
        ReplayClient client = new ReplayClient(api, sample, SampleOrigin.NOW);
        StreamPlan plan = StreamPlan.of(api, wanted(api, sample)).get(0);
        List<SampleRecord> records = new ArrayList<>();
        Slice slice = slice(api, sample, client);
        try (StreamReader reader = new StreamReader(plan, context(client), slice, start(api, sample))) {
            do {
                Batch batch = reader.next();
                batch.emissions()
                        .forEach(emission -> records.add(
                                record(sample, emission, batch.capture().name())));
            } while (reader.inWindow());
        }
        return records;
    }

    private static Set<String> wanted(ApiManifest api, Sample sample) {
        Set<String> mapped = Descendants.of(api, sample.stream()).stream()
                .filter(api.mappedStreams()::containsKey)
                .collect(Collectors.toSet());
        return mapped.isEmpty() ? Set.of(sample.stream()) : mapped;
    }

    private ReadContext context(ReplayClient client) {
        return new ReadContext(
                client,
                folder,
                SampleOrigin.CLOCK,
                context,
                Duration.ofSeconds(5),
                StartTime.BEGINNING,
                WINDOW_RECORDS);
    }

    /** A place from which the first window asks for the present. */
    private static Position start(ApiManifest api, Sample sample) {
        CursorSpec cursor = api.streams().get(sample.stream()).read().cursor();
        Instant until = cursor instanceof CursorSpec.Time time
                ? SampleOrigin.NOW.minus(time.lag()).minus(time.window())
                : null;
        String token = cursor instanceof CursorSpec.Feed ? "sample" : null;
        return new Position(Position.Phase.LIVE, until, token, null, null);
    }

    private Slice slice(ApiManifest api, Sample sample, ReplayClient client) {
        if (api.streams().get(sample.stream()).read().slices() == null) {
            return null;
        }
        if (sample.slices() == null) {
            return new Slice("1", Map.of("id", "1"));
        }
        StreamPlan plan = StreamPlan.of(api, Set.of(sample.stream())).get(0);
        return new SliceList(plan, context(client)).read().get(0);
    }

    private static SampleRecord record(Sample sample, Emission emission, String captureMode) {
        if (emission instanceof Emission.ChannelRecord record) {
            return SampleRecord.of(sample, record.stream(), record.id(), record.value(), captureMode);
        }
        Emission.UnreadableRecord unreadable = (Emission.UnreadableRecord) emission;
        return SampleRecord.unreadable(sample, unreadable.stream(), unreadable.cause(), captureMode);
    }

    /** A browser posts the sample's page; nobody who does not say so allows to be measured. */
    private static List<SampleRecord> posted(EventsManifest manifest, Sample sample) {
        EventReader reader = new EventReader(manifest.streams().get(sample.stream()), POLICY);
        List<SampleRecord> records = new ArrayList<>();
        for (ReceivedEvent event : reader.read(sample.page(), BROWSER)) {
            if (event instanceof ReceivedEvent.Accepted accepted) {
                records.add(SampleRecord.of(sample, sample.stream(), accepted.id(), accepted.value(), "WEBHOOK"));
            } else if (event instanceof ReceivedEvent.Refused refused) {
                records.add(SampleRecord.unreadable(sample, sample.stream(), refused.reason(), "WEBHOOK"));
            }
        }
        return records;
    }

    private static List<SampleRecord> told(StreamSpec stream, Sample sample) {
        List<SampleRecord> records = new ArrayList<>();
        for (Object item : Path.parse("$").list(sample.page())) {
            Emission emission = Emission.told(sample.stream(), stream.id(), item);
            records.add(record(sample, emission, "WEBHOOK"));
        }
        return records;
    }

    private List<SampleRecord> assembled(Sample sample) {
        List<SampleRecord> records = new ArrayList<>();
        for (Object item : Path.parse("$").list(sample.page())) {
            if (!(item instanceof Map<?, ?> map)) {
                records.add(SampleRecord.unreadable(sample, sample.stream(), "expected a record", "CDC"));
                continue;
            }
            Map<String, Object> value = new LinkedHashMap<>();
            map.forEach((key, field) -> value.put(String.valueOf(key), field));
            if (!context.isEmpty()) {
                value.putIfAbsent("$context", context);
            }
            records.add(SampleRecord.of(sample, sample.stream(), null, value, "CDC"));
        }
        return records;
    }
}
