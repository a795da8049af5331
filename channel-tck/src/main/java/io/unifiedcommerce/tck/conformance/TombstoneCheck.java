package io.unifiedcommerce.tck.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.DatabaseManifest;
import io.unifiedcommerce.channel.manifest.WebhookSpec;
import io.unifiedcommerce.channel.mapping.Normalizer;
import io.unifiedcommerce.channel.read.Rereader;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.tck.conformance.sample.SampleRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A record that is gone gives a tombstone with the key that its events have; another key would keep it for ever. */
final class TombstoneCheck implements Check {

    @Override
    public String rule() {
        return "a deleted record gives a tombstone with its events' key";
    }

    @Override
    public Stream<DynamicTest> tests(Subject subject) {
        return deletable(subject).stream().map(stream -> dynamicTest(stream, () -> check(subject, stream)));
    }

    private static SortedSet<String> deletable(Subject subject) {
        SortedSet<String> streams = new TreeSet<>();
        if (subject.manifest() instanceof ApiManifest api && api.webhooks() != null) {
            api.webhooks().topics().values().stream()
                    .filter(WebhookSpec.Topic::deleted)
                    .map(WebhookSpec.Topic::stream)
                    .filter(api.mappedStreams()::containsKey)
                    .forEach(streams::add);
        } else if (subject.manifest() instanceof DatabaseManifest database) {
            database.streams().forEach((name, stream) -> {
                if (stream.deletes() == DatabaseManifest.Deletes.DELETE) {
                    streams.add(name);
                }
            });
        }
        return streams;
    }

    private static void check(Subject subject, String stream) {
        Findings findings = new Findings();
        int tried = 0;
        for (SampleRecord record : subject.records(stream)) {
            if (Normalized.of(subject, record, record.value()) instanceof Normalized.Event event) {
                tried++;
                Normalized gone = Normalized.of(subject, record, deleted(subject, record));
                boolean tombstone = gone instanceof Normalized.Tombstone last
                        && last.key().equals(event.event().key());
                findings.require(tombstone, record + ": deleted, it gives no tombstone with the key of its event");
            }
        }
        findings.require(tried > 0, "no sample gives an event to compare with");
        findings.assertNone("Deleted records of stream '" + stream + "' are not removed downstream.");
    }

    private static Map<String, Object> deleted(Subject subject, SampleRecord record) {
        if (subject.manifest() instanceof ApiManifest api) {
            return Rereader.deleted(api, record.stream(), record.id()).value();
        }
        DatabaseManifest.AggregateSpec stream =
                ((DatabaseManifest) subject.manifest()).streams().get(record.stream());
        Path root = Path.parse(stream.root());
        Map<String, Object> id = new LinkedHashMap<>();
        stream.id().forEach(column -> id.put(column, Path.parse(column).get(root.get(record.value()))));
        return Map.of(stream.root(), id, Normalizer.DELETED, true);
    }
}
