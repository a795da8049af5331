package io.unifiedcommerce.tck.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.tck.conformance.sample.JsonDiff;
import io.unifiedcommerce.tck.conformance.sample.Sample;
import io.unifiedcommerce.tck.conformance.sample.SampleEvents;
import io.unifiedcommerce.tck.conformance.sample.SampleRecord;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A record that a webhook makes a task read again by id gives the same events as when its listing brings it. */
final class RereadCheck implements Check {

    @Override
    public String rule() {
        return "a record read again by id gives the events that its listing gives";
    }

    @Override
    public Stream<DynamicTest> tests(Subject subject) {
        return subject.api().stream()
                .flatMap(api -> subject.samples().all().stream()
                        .filter(sample -> api.streams().get(sample.stream()).reread() != null)
                        .map(sample -> dynamicTest(sample.toString(), () -> check(subject, api, sample))));
    }

    private static void check(Subject subject, ApiManifest api, Sample sample) throws IOException {
        SampleEvents events = new SampleEvents(subject.channel(), subject.normalizer());
        JsonNode listed = events.of(polled(subject.reading().read(sample)));
        JsonNode again = events.of(
                polled(subject.reading().reread(api, sample, subject.reading().items(api, sample))));
        Findings findings = new Findings();
        findings.addAll(JsonDiff.of(listed, again));
        findings.assertNone("Listing and reading by id differ.");
    }

    private static List<SampleRecord> polled(List<SampleRecord> records) {
        return records.stream()
                .map(record -> new SampleRecord(
                        record.sample(), record.stream(), record.id(), record.value(), record.fault(), "POLL"))
                .toList();
    }
}
