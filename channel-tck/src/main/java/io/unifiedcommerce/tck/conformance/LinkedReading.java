package io.unifiedcommerce.tck.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.CursorSpec;
import io.unifiedcommerce.channel.read.Emission;
import io.unifiedcommerce.channel.read.Emission.ChannelRecord;
import io.unifiedcommerce.channel.read.Emission.UnreadableRecord;
import io.unifiedcommerce.channel.read.Position;
import io.unifiedcommerce.channel.read.ReadContext;
import io.unifiedcommerce.channel.read.Rereader;
import io.unifiedcommerce.channel.read.Slice;
import io.unifiedcommerce.channel.read.SliceList;
import io.unifiedcommerce.channel.read.StartTime;
import io.unifiedcommerce.channel.read.StreamPlan;
import io.unifiedcommerce.tck.conformance.sample.Descendants;
import io.unifiedcommerce.tck.conformance.sample.JsonDiff;
import io.unifiedcommerce.tck.conformance.sample.SampleEvents;
import io.unifiedcommerce.tck.conformance.sample.SampleReading;
import io.unifiedcommerce.tck.conformance.sample.SampleRecord;
import io.unifiedcommerce.tck.conformance.simulation.ReadingRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One listing of a linked store, read by the connectors' own client. */
final class LinkedReading {
    private static final Duration SETTLING = Duration.ofMinutes(3);
    private static final int WINDOW_RECORDS = 20;
    private static final String MODE = "POLL";

    private final Subject subject;
    private final ApiManifest api;
    private final StoreSession session;
    private final ChannelClient client;
    private final String stream;
    private final Set<String> wanted;
    private final StreamPlan plan;
    private final ReadingRun run;
    private final Map<Slice, List<ReadingRun.Step>> steps = new LinkedHashMap<>();

    /** What reading brought. */
    record Result(Set<String> streams, List<SampleRecord> records, List<String> unreadable) {
        Set<String> keys() {
            return records.stream().map(Result::key).collect(Collectors.toSet());
        }

        private static String key(SampleRecord record) {
            return record.stream() + "/" + record.id();
        }
    }

    LinkedReading(Subject subject, ApiManifest api, StoreSession session, ChannelClient client, String stream) {
        this.subject = subject;
        this.api = api;
        this.session = session;
        this.client = client;
        this.stream = stream;
        Set<String> all = Descendants.of(api, stream);
        Set<String> mapped =
                all.stream().filter(api.mappedStreams()::containsKey).collect(Collectors.toSet());
        this.wanted = mapped.isEmpty() ? all : mapped;
        this.plan = StreamPlan.of(api, wanted).get(0);
        this.run = new ReadingRun(plan, subject.folder(), session.clock(), WINDOW_RECORDS, session.context());
    }

    /** Reads everything, and what changes then. */
    Result whole() {
        List<Slice> slices = slices();
        for (int i = 0; i < slices.size(); i++) {
            Runnable[] trade = i == 0 ? new Runnable[] {session.store()::trade} : new Runnable[0];
            steps.put(slices.get(i), run.read(client, slices.get(i), null, settling(), trade));
        }
        return result(steps.values().stream().flatMap(List::stream));
    }

    /**
     * The keys of everything that is read when reading goes on after failures.
     *
     * @param atFirst runs when the slices are known and before any is read
     */
    Set<String> keysThrough(Runnable atFirst, Consumer<ChannelException> failures) {
        List<Slice> slices = slices();
        atFirst.run();
        return result(slices.stream().flatMap(slice -> run.readThrough(client, slice, settling(), failures).stream()))
                .keys();
    }

    /** A listing that lags is waited for. */
    private Duration settling() {
        return api.streams().get(stream).read().cursor() instanceof CursorSpec.Time time
                ? SETTLING.plus(time.lag())
                : SETTLING;
    }

    private List<Slice> slices() {
        List<Slice> slices = new ArrayList<>();
        if (plan.slices() == null) {
            slices.add(null);
        } else {
            slices.addAll(new SliceList(plan, context()).read());
        }
        return slices;
    }

    private ReadContext context() {
        return new ReadContext(
                client,
                subject.folder(),
                session.clock(),
                session.context(),
                Duration.ofMinutes(1),
                StartTime.BEGINNING,
                WINDOW_RECORDS);
    }

    private Result result(Stream<ReadingRun.Step> read) {
        List<Emission> emissions =
                read.flatMap(step -> step.emissions().stream()).toList();
        List<SampleRecord> records = emissions.stream()
                .filter(ChannelRecord.class::isInstance)
                .map(emission -> record((ChannelRecord) emission))
                .toList();
        List<String> unreadable = emissions.stream()
                .filter(UnreadableRecord.class::isInstance)
                .map(emission -> emission.stream() + ": " + ((UnreadableRecord) emission).cause())
                .toList();
        return new Result(wanted, records, unreadable);
    }

    private static SampleRecord record(ChannelRecord record) {
        return new SampleRecord("the linked store", record.stream(), record.id(), record.value(), null, MODE);
    }

    /** The keys of what is in Kafka after a crash at each step and reading on from there. */
    Map<String, Set<String>> resumed() {
        Map<String, Set<String>> kept = new LinkedHashMap<>();
        steps.forEach((slice, read) -> {
            for (int i = 0; i < read.size(); i++) {
                Position stored = read.get(i).after();
                if (stored != null) {
                    List<ReadingRun.Step> rest =
                            run.read(client, slice, Position.fromOffset(stored.toOffset()), settling());
                    Set<String> keys =
                            new TreeSet<>(result(Stream.concat(read.subList(0, i + 1).stream(), rest.stream()))
                                    .keys());
                    others(slice)
                            .forEach(step -> keys.addAll(result(Stream.of(step)).keys()));
                    kept.put("resumed from " + stored, keys);
                }
            }
        });
        return kept;
    }

    private List<ReadingRun.Step> others(Slice slice) {
        return steps.entrySet().stream()
                .filter(entry -> entry.getKey() != slice)
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    /** Differences between records as they were listed last and as they are read again by id. */
    List<String> reread(Result whole) {
        if (api.streams().get(stream).reread() == null) {
            return List.of();
        }
        Rereader rereader = new Rereader(api, stream, wanted, context());
        boolean sliced = SampleReading.webhooksTellSlices(api, stream);
        List<String> differences = new ArrayList<>();
        steps.forEach((slice, read) -> newest(read).values().stream().limit(5).forEach(listed -> {
            String id = session.store().webhookId(listed);
            List<SampleRecord> again = rereader.read(List.of(id), sliced && slice != null ? slice.id() : null).stream()
                    .filter(emission -> emission.stream().equals(stream))
                    .filter(ChannelRecord.class::isInstance)
                    .map(ChannelRecord.class::cast)
                    // What is read by another thing's id, such as a product's levels by the product, comes with its
                    // neighbours.
                    .filter(record -> record.id().equals(listed.id()))
                    .map(LinkedReading::record)
                    .toList();
            JsonDiff.of(events(List.of(record(listed))), events(again))
                    .forEach(difference -> differences.add("read again, " + listed.id() + " differs: " + difference));
        }));
        return differences;
    }

    /** The listed records as they were read last, by id. */
    private Map<String, ChannelRecord> newest(List<ReadingRun.Step> read) {
        Map<String, ChannelRecord> newest = new LinkedHashMap<>();
        read.stream()
                .flatMap(step -> step.emissions().stream())
                .filter(emission -> emission instanceof ChannelRecord record
                        && record.stream().equals(stream))
                .forEach(emission -> newest.put(((ChannelRecord) emission).id(), (ChannelRecord) emission));
        return newest;
    }

    private JsonNode events(List<SampleRecord> records) {
        try {
            return new SampleEvents(subject.channel(), subject.normalizer()).of(records);
        } catch (IOException e) {
            throw new UncheckedIOException("an event cannot be written", e);
        }
    }
}
