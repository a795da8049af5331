package io.unifiedcommerce.tck.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.unifiedcommerce.channel.mapping.MappingError;
import io.unifiedcommerce.channel.mapping.MappingException;
import io.unifiedcommerce.channel.mapping.MappingPlan;
import io.unifiedcommerce.model.ConnectSchemas;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.tck.conformance.sample.RecordEdit;
import io.unifiedcommerce.tck.conformance.sample.SampleRecord;
import io.unifiedcommerce.tck.conformance.sample.Shape;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Timestamp;
import org.junit.jupiter.api.DynamicTest;

/**
 * A record that lacks a value, or has one that cannot be read, either maps all the same or is refused with an error that names
 * target and source. It never gets another identity, never a version that sorts elsewhere, and never stops a task.
 */
final class NeededValuesCheck implements Check {
    private static final List<String> IDENTITY =
            List.of("envelope.entity_id", "envelope.source_version", "envelope.occurred_at");
    private static final List<Object> UNREADABLE = List.of("¿?", Map.of("¿?", 1L), List.of("¿?", "¿?"));
    private static final int INSTANT_LENGTH = "2026-11-20T15:02:11.000Z".length();

    @Override
    public String rule() {
        return "a record without a needed value is refused by name and never gets another identity";
    }

    @Override
    public Stream<DynamicTest> tests(Subject subject) {
        return subject.normalizer().plans().keySet().stream()
                .filter(stream -> !subject.records(stream).isEmpty())
                .map(stream -> dynamicTest(stream, () -> check(subject, stream)));
    }

    private static void check(Subject subject, String stream) {
        Findings findings = new Findings();
        for (SampleRecord record : subject.records(stream)) {
            if (Normalized.of(subject, record, record.value()) instanceof Normalized.Event whole) {
                new Trial(subject, record, whole, findings).run();
            }
        }
        findings.assertNone("Records with faults are not handled as records at fault.");
    }

    /** All edits of one record. */
    private record Trial(Subject subject, SampleRecord record, Normalized.Event whole, Findings findings) {

        void run() {
            MappingPlan plan = subject.normalizer().plans().get(record.stream());
            Map<String, List<String>> lineage = plan.lineage();
            for (String path : plan.paths()) {
                String plain = Shape.plain(path);
                if (!plain.equals("$")) {
                    if (!plain.equals(ofParent(subject, record.stream()))) {
                        missing(plain);
                    }
                    UNREADABLE.forEach(value -> unreadable(plain, value));
                }
            }
            lineage.forEach((target, sources) -> {
                if (!sources.isEmpty()) {
                    withoutAll(plan, target, sources);
                }
            });
        }

        /** The parent's id, which the reading engine guarantees; null for none. */
        private static String ofParent(Subject subject, String stream) {
            return subject.api()
                    .filter(api -> api.streams().get(stream).from() != null)
                    .map(api -> "$parent."
                            + api.streams()
                                    .get(api.streams().get(stream).from().stream())
                                    .id())
                    .orElse(null);
        }

        private void missing(String path) {
            Normalized result = Normalized.of(subject, record, RecordEdit.without(record.value(), path));
            String what = record + " without " + path;
            judge(what, path, result);
            if (result instanceof Normalized.Event event) {
                findings.require(
                        event.entityId().equals(whole.entityId()),
                        what + ": is another entity (" + event.entityId() + " instead of " + whole.entityId() + ")");
                // An interaction's key only brings a visit's events together; without a visit they stand alone.
                findings.require(
                        event.event().entity() == Entity.INTERACTION
                                || event.event().key().equals(whole.event().key()),
                        what + ": has another key");
                findings.require(
                        sortsAlike(event.sourceVersion(), whole.sourceVersion()),
                        what + ": has the version " + event.sourceVersion() + ", which does not sort with "
                                + whole.sourceVersion());
            }
        }

        private void unreadable(String path, Object value) {
            Normalized result = Normalized.of(subject, record, RecordEdit.at(record.value(), path, old -> value));
            judge(record + " with " + shape(value) + " at " + path, path, result);
        }

        private static String shape(Object value) {
            return value instanceof Map ? "a map" : value instanceof List ? "a list" : "a text";
        }

        /** An identity must not come from nowhere; an amount or instant must not swallow what cannot be read. */
        private void withoutAll(MappingPlan plan, String target, List<String> sources) {
            Map<String, Object> bare = record.value();
            for (String source : sources) {
                bare = RecordEdit.without(bare, plain(source));
            }
            Normalized result = Normalized.of(subject, record, bare);
            if (IDENTITY.contains(target)) {
                findings.require(
                        !(result instanceof Normalized.Event),
                        record + " without " + sources + ": must be refused for " + target);
            }
            if (sources.size() == 1 && isExact(plan, target)) {
                Map<String, Object> garbled = RecordEdit.at(record.value(), plain(sources.get(0)), old -> "¿?");
                Normalized unreadable = Normalized.of(subject, record, garbled);
                findings.require(
                        garbled.equals(record.value())
                                || unreadable instanceof Normalized.Nothing
                                || names(unreadable, target),
                        record + " with a text at " + sources + ": must be refused for " + target);
            }
        }

        private static String plain(String source) {
            return Shape.plain(source.startsWith("/") ? source.substring(1) : source);
        }

        private void judge(String what, String path, Normalized result) {
            if (result instanceof Normalized.Broken broken) {
                findings.add(what + ": throws " + broken);
            } else if (result instanceof Normalized.Refused refused) {
                String key = path.substring(path.lastIndexOf('.') + 1);
                findings.require(
                        refused.cause().errors().stream().anyMatch(error -> names(error, key)),
                        what + ": is refused without naming it: "
                                + refused.cause().getMessage());
            }
        }

        private static boolean names(MappingError error, String key) {
            return !error.message().isEmpty() && error.source().contains(key);
        }

        private static boolean names(Normalized result, String target) {
            return result instanceof Normalized.Refused refused && names(refused.cause(), target);
        }

        private static boolean names(MappingException cause, String target) {
            return cause.errors().stream().anyMatch(error -> error.target().startsWith(target));
        }

        /** Versions of one entity are compared as texts: a version that begins with an instant must go on doing so. */
        private static boolean sortsAlike(String version, String whole) {
            return !startsWithInstant(whole) || startsWithInstant(version);
        }

        private static boolean startsWithInstant(String version) {
            return version.length() >= INSTANT_LENGTH
                    && version.substring(0, INSTANT_LENGTH)
                            .replaceAll("\\d", "9")
                            .equals("9999-99-99T99:99:99.999Z");
        }

        private static boolean isExact(MappingPlan plan, String target) {
            Schema schema = ConnectSchemas.of(plan.entity());
            boolean inEnvelope = target.startsWith("envelope.");
            Field field = inEnvelope
                    ? schema.field("envelope").schema().field(target.substring("envelope.".length()))
                    : schema.field(target);
            String logical = field.schema().name();
            return Decimal.LOGICAL_NAME.equals(logical) || Timestamp.LOGICAL_NAME.equals(logical);
        }
    }
}
