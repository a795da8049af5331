package io.unifiedcommerce.tck.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.CursorSpec;
import io.unifiedcommerce.channel.read.StreamPlan;
import io.unifiedcommerce.tck.conformance.sample.SampleOrigin;
import io.unifiedcommerce.tck.conformance.sample.SampleRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.DynamicTest;

/**
 * A record has the same event id however and whenever it was captured, so that a duplicate is known as one; and no other record
 * has it. Only a scanned listing or a feed, whose platform tells no times, may take the time of capture for the version.
 */
final class EventIdCheck implements Check {
    private static final List<String> MODES = List.of("WEBHOOK", "POLL", "SNAPSHOT", "BACKFILL", "CDC", "REPLAY");

    @Override
    public String rule() {
        return "a record has one event id, however it was captured";
    }

    @Override
    public Stream<DynamicTest> tests(Subject subject) {
        return subject.normalizer().plans().keySet().stream()
                .filter(stream -> !subject.records(stream).isEmpty())
                .map(stream -> dynamicTest(stream, () -> check(subject, stream)));
    }

    private static void check(Subject subject, String stream) {
        Findings findings = new Findings();
        boolean timeless = subject.api().map(api -> isTimeless(api, stream)).orElse(false);
        List<Instant> times = timeless
                ? List.of(SampleOrigin.NOW)
                : List.of(SampleOrigin.NOW, SampleOrigin.NOW.plus(Duration.ofHours(3)));
        Map<String, Struct> byId = new HashMap<>();
        for (SampleRecord record : subject.records(stream)) {
            if (Normalized.of(subject, record, record.value()) instanceof Normalized.Event event) {
                same(findings, subject, record, event.id(), times);
                Struct value = event.event().value();
                Struct other = byId.putIfAbsent(event.id(), value);
                findings.require(
                        other == null || withoutCapture(other).equals(withoutCapture(value)),
                        record + ": has the event id of another record with other content");
            }
        }
        findings.assertNone("Event ids of stream '" + stream + "' do not tell duplicates from news.");
    }

    private static void same(Findings findings, Subject subject, SampleRecord record, String id, List<Instant> times) {
        for (String mode : MODES) {
            for (Instant time : times) {
                Normalized again = Normalized.of(
                        subject, record.value(), SampleOrigin.of(subject.channel(), record.stream(), mode, time));
                findings.require(
                        again instanceof Normalized.Event event && event.id().equals(id),
                        record + ": captured by " + mode + " at " + time + " it has another event id");
            }
        }
    }

    private static boolean isTimeless(ApiManifest api, String stream) {
        if (api.streams().get(stream).told()) {
            return false;
        }
        CursorSpec cursor =
                api.streams().get(StreamPlan.rootOf(api, stream)).read().cursor();
        return cursor instanceof CursorSpec.Scan
                || cursor instanceof CursorSpec.Sliding
                || cursor instanceof CursorSpec.Feed;
    }

    private static Map<String, Object> withoutCapture(Struct event) {
        Map<String, Object> content = new HashMap<>();
        event.schema().fields().stream()
                .filter(field -> !field.name().equals("envelope"))
                .forEach(field -> content.put(field.name(), event.get(field)));
        return content;
    }
}
