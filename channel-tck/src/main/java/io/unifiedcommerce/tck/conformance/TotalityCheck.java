package io.unifiedcommerce.tck.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.unifiedcommerce.tck.conformance.sample.RandomJson;
import io.unifiedcommerce.tck.conformance.sample.SampleRecord;
import io.unifiedcommerce.tck.conformance.sample.Shape;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Whatever a platform sends is an event, no event, or a record at fault; nothing else comes of it. Cases are drawn from a fixed
 * seed, so that a failure comes again.
 */
final class TotalityCheck implements Check {
    private static final String RULE = "A record must never stop a task.";
    private static final int TREES = 300;
    private static final int MUTATIONS = 600;

    @Override
    public String rule() {
        return "no record whatsoever does more than be refused";
    }

    @Override
    public Stream<DynamicTest> tests(Subject subject) {
        return subject.normalizer().plans().keySet().stream()
                .filter(stream -> !subject.records(stream).isEmpty())
                .flatMap(stream -> Stream.of(
                        dynamicTest(stream + ": random records", () -> trees(subject, stream)),
                        dynamicTest(stream + ": damaged samples", () -> mutations(subject, stream))));
    }

    private static void trees(Subject subject, String stream) {
        RandomJson json = new RandomJson(new Random(stream.hashCode()));
        SampleRecord place = subject.records(stream).get(0);
        List<String> paths = subject.normalizer().plans().get(stream).paths().stream()
                .map(Shape::plain)
                .toList();
        Findings findings = new Findings();
        for (int i = 0; i < TREES; i++) {
            judge(findings, "random record " + i, Normalized.of(subject, place, json.record(paths)));
        }
        findings.assertNone(RULE);
    }

    private static void mutations(Subject subject, String stream) {
        RandomJson json = new RandomJson(new Random(stream.hashCode()));
        List<SampleRecord> records = subject.records(stream);
        Findings findings = new Findings();
        for (int i = 0; i < MUTATIONS; i++) {
            SampleRecord record = records.get(i % records.size());
            Shape shape = new Shape();
            shape.add(record.value());
            Map<String, Object> damaged = json.mutated(record.value(), List.copyOf(shape.places()));
            judge(findings, record + ", damage " + i, Normalized.of(subject, record, damaged));
        }
        findings.assertNone(RULE);
    }

    static void judge(Findings findings, String what, Normalized result) {
        if (result instanceof Normalized.Broken broken) {
            findings.add(what + ": throws " + broken);
        }
    }
}
