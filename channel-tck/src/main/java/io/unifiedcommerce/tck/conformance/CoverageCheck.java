package io.unifiedcommerce.tck.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.CursorSpec;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import io.unifiedcommerce.channel.read.StreamPlan;
import io.unifiedcommerce.tck.conformance.sample.SampleRecord;
import io.unifiedcommerce.tck.conformance.sample.Shape;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every mapped stream has samples, and every path that its mapping reads has a value in one of them. A misspelt path gives null
 * in any mapping engine and is no error there; only this tells. Fields that no mapping reads are logged, for they may be left
 * out of a GraphQL document, or may have been forgotten in the mapping.
 */
final class CoverageCheck implements Check {
    private static final Logger LOG = LoggerFactory.getLogger(CoverageCheck.class);

    @Override
    public String rule() {
        return "samples have a value for every path that a mapping reads";
    }

    @Override
    public Stream<DynamicTest> tests(Subject subject) {
        return subject.manifest().mappedStreams().keySet().stream()
                .map(stream -> dynamicTest(stream, () -> check(subject, stream)));
    }

    private static void check(Subject subject, String stream) {
        List<SampleRecord> records = subject.records(stream);
        Findings findings = new Findings();
        findings.require(
                records.stream()
                        .anyMatch(record -> Normalized.of(subject, record, record.value()) instanceof Normalized.Event),
                "no sample gives an event; add samples/" + listed(subject, stream) + "/<name>.page.json");
        findings.assertNone("Every mapped stream needs a sample.");

        Shape shape = new Shape();
        records.forEach(record -> shape.add(record.value()));
        SortedSet<String> read = subject.normalizer().plans().get(stream).paths();
        read.stream()
                .map(Shape::plain)
                .filter(path -> !path.equals("$") && !shape.places().contains(path))
                .distinct()
                .forEach(findings::add);
        report(subject, stream, shape, read);
        findings.assertNone("The mapping of stream '" + stream
                + "' reads paths that have a value in no sample. Correct their spelling, or add a sample with them:");
    }

    private static String listed(Subject subject, String stream) {
        return subject.api().map(api -> StreamPlan.rootOf(api, stream)).orElse(stream);
    }

    private static void report(Subject subject, String stream, Shape shape, SortedSet<String> read) {
        SortedSet<String> used = new TreeSet<>();
        read.forEach(path -> used.add(Shape.plain(path)));
        subject.api().ifPresent(api -> engine(api, stream, used));
        List<String> unread = shape.leaves().stream()
                .filter(leaf -> !leaf.startsWith("$"))
                .filter(leaf -> used.stream()
                        .noneMatch(path -> path.equals("$") || leaf.equals(path) || leaf.startsWith(path + ".")))
                .toList();
        if (!unread.isEmpty()) {
            LOG.info("{}/{}: no mapping reads {}", subject.channel(), stream, String.join(", ", unread));
        }
    }

    /** What the reading engine itself uses of a stream's records. */
    private static void engine(ApiManifest api, String stream, SortedSet<String> used) {
        StreamSpec spec = api.streams().get(stream);
        add(used, spec.id(), spec.version());
        if (spec.read() != null && spec.read().cursor() instanceof CursorSpec.Time time) {
            add(used, time.field());
        } else if (spec.read() != null && spec.read().cursor() instanceof CursorSpec.Version number) {
            add(used, number.field());
        }
        spec.enrich().forEach(enrich -> {
            add(used, enrich.when(), enrich.startToken());
            Stream.of(enrich.request().toString().split("\\$\\{record\\."))
                    .skip(1)
                    .forEach(text ->
                            add(used, text.substring(0, text.indexOf('}')).replace("|quoted", "")));
        });
        spec.lookups().forEach(lookup -> add(used, lookup.ids().toArray(String[]::new)));
        api.streams().values().stream()
                .filter(child -> child.from() != null && child.from().stream().equals(stream))
                .forEach(child -> {
                    add(used, child.from().path());
                    child.from().carry().forEach(path -> add(used, path));
                });
    }

    private static void add(SortedSet<String> used, String... paths) {
        Stream.of(paths).filter(path -> path != null).map(Shape::plain).forEach(used::add);
    }
}
