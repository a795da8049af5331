package io.unifiedcommerce.tck.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.unifiedcommerce.channel.mapping.Provenance;
import io.unifiedcommerce.channel.record.DeadLetterHeaders;
import io.unifiedcommerce.channel.record.RecordHeaders;
import io.unifiedcommerce.channel.record.RecordJson;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.smt.NormalizeCommerceEvent;
import io.unifiedcommerce.tck.conformance.sample.RecordEdit;
import io.unifiedcommerce.tck.conformance.sample.SampleOrigin;
import io.unifiedcommerce.tck.conformance.sample.SampleRecord;
import io.unifiedcommerce.tck.conformance.sample.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;

/** In the transform that users run, a record at fault becomes a dead letter with cause and origin, and the next one goes on. */
final class DeadLetterCheck implements Check {
    private static final String RAW = "commerce.raw.sample";
    private static final String DEAD_LETTERS = "commerce.dlq.normalize";

    @Override
    public String rule() {
        return "a record at fault becomes a dead letter and the next one goes on";
    }

    @Override
    public Stream<DynamicTest> tests(Subject subject) {
        return subject.normalizer().plans().keySet().stream()
                .flatMap(stream -> subject.records(stream).stream()
                        .filter(record -> Normalized.of(subject, record, record.value()) instanceof Normalized.Event)
                        .limit(1))
                .map(record -> dynamicTest(record.stream(), () -> check(subject, record)));
    }

    private static void check(Subject subject, SampleRecord good) throws IOException {
        Map<String, Object> bad = withoutIdentity(subject, good);
        String cause =
                ((Normalized.Refused) Normalized.of(subject, good, bad)).cause().getMessage();
        try (NormalizeCommerceEvent<SourceRecord> transform = transform(subject)) {
            SourceRecord letter = transform.apply(record(subject, good, bad));
            SourceRecord event = transform.apply(record(subject, good, good.value()));

            Findings findings = new Findings();
            letter(findings, subject, good, bad, letter, cause);
            Entity entity = subject.normalizer().plans().get(good.stream()).entity();
            findings.require(
                    event != null && event.topic().equals(entity.topic("commerce")),
                    "the record after it did not become an event");
            findings.assertNone("Dead letters of stream '" + good.stream() + "' are not as they should be.");
        }
    }

    private static Map<String, Object> withoutIdentity(Subject subject, SampleRecord record) {
        Map<String, Object> bare = record.value();
        List<String> sources =
                subject.normalizer().plans().get(record.stream()).lineage().get("envelope.entity_id");
        for (String source : sources) {
            bare = RecordEdit.without(bare, Shape.plain(source));
        }
        if (!(Normalized.of(subject, record, bare) instanceof Normalized.Refused)) {
            throw new AssertionFailedError(record + " without " + sources + " is not refused, though it has no id");
        }
        return bare;
    }

    private static NormalizeCommerceEvent<SourceRecord> transform(Subject subject) {
        Map<String, String> config = new HashMap<>(Map.of("deadletter.topic.name", DEAD_LETTERS));
        subject.folder()
                .location()
                .map(Path::toAbsolutePath)
                .ifPresent(location ->
                        config.put("channel.folders", location.getParent().toString()));
        NormalizeCommerceEvent<SourceRecord> transform = new NormalizeCommerceEvent<>();
        transform.configure(config);
        return transform;
    }

    private static SourceRecord record(Subject subject, SampleRecord sample, Map<String, Object> value) {
        ConnectHeaders headers = new ConnectHeaders();
        origin(subject, sample).forEach(headers::addString);
        return new SourceRecord(
                Map.of(),
                Map.of(),
                RAW,
                null,
                null,
                sample.id(),
                null,
                value,
                SampleOrigin.NOW.toEpochMilli(),
                headers);
    }

    private static Map<String, String> origin(Subject subject, SampleRecord sample) {
        Provenance provenance = SampleOrigin.of(subject.channel(), sample.stream(), sample.captureMode());
        return Map.of(
                RecordHeaders.TENANT, provenance.tenant(),
                RecordHeaders.CHANNEL, provenance.channel(),
                RecordHeaders.INSTANCE, provenance.instance(),
                RecordHeaders.STREAM, provenance.stream(),
                RecordHeaders.CAPTURE_MODE, provenance.captureMode(),
                RecordHeaders.CAPTURED_AT, provenance.capturedAt().toString());
    }

    private static void letter(
            Findings findings,
            Subject subject,
            SampleRecord sample,
            Map<String, Object> bad,
            SourceRecord letter,
            String cause)
            throws IOException {
        if (letter == null || !DEAD_LETTERS.equals(letter.topic())) {
            findings.add("the record at fault went to " + (letter == null ? "nowhere" : letter.topic()));
            return;
        }
        byte[] text = letter.value().toString().getBytes(StandardCharsets.UTF_8);
        findings.require(
                RecordJson.read(text).equals(RecordJson.read(RecordJson.write(bad))),
                "the letter does not hold the record as it came");
        findings.require(RAW.equals(header(letter, DeadLetterHeaders.TOPIC)), "the letter does not tell its topic");
        findings.require(
                header(letter, DeadLetterHeaders.EXCEPTION).endsWith("MappingException")
                        && header(letter, DeadLetterHeaders.MESSAGE).equals(cause),
                "the letter does not tell the cause: " + header(letter, DeadLetterHeaders.MESSAGE));
        origin(subject, sample)
                .forEach((name, value) ->
                        findings.require(value.equals(header(letter, name)), "the letter has lost the header " + name));
    }

    private static String header(SourceRecord record, String name) {
        Header header = record.headers().lastWithName(name);
        return header == null ? "" : String.valueOf(header.value());
    }
}
