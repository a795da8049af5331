package io.unifiedcommerce.tck.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.CursorSpec;
import io.unifiedcommerce.channel.manifest.PagingSpec;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.tck.conformance.sample.Sample;
import io.unifiedcommerce.tck.conformance.sample.Shape;
import io.unifiedcommerce.tck.conformance.simulation.TimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The paths by which a manifest finds ids, versions, times, pages and nested records lead somewhere in its samples. Misspelt, a
 * cursor would have no times and a record no version, without any error.
 */
final class ReadingPathsCheck implements Check {

    @Override
    public String rule() {
        return "samples have what reading looks for";
    }

    @Override
    public Stream<DynamicTest> tests(Subject subject) {
        return subject.api().stream()
                .flatMap(api -> api.streams().entrySet().stream()
                        .filter(entry -> entry.getValue().read() != null)
                        .map(entry ->
                                dynamicTest(entry.getKey(), () -> new Trial(subject, api, entry.getKey()).run())));
    }

    /** One listing. */
    private static final class Trial {
        private final ApiManifest api;
        private final String stream;
        private final StreamSpec spec;
        private final List<Object> pages = new ArrayList<>();
        private final List<Object> items = new ArrayList<>();
        private final Findings findings = new Findings();

        Trial(Subject subject, ApiManifest api, String stream) {
            this.api = api;
            this.stream = stream;
            this.spec = api.streams().get(stream);
            for (Sample sample : subject.samples().all()) {
                if (sample.stream().equals(stream) && sample.page() != null) {
                    pages.add(sample.page());
                    items.addAll(subject.reading().items(api, sample));
                }
            }
        }

        void run() {
            found("read.records", spec.read().records(), pages);
            found("id", spec.id(), items);
            if (spec.version() != null) {
                found("version", spec.version(), items);
            }
            cursor("read.cursor.field", spec.read().cursor());
            if (spec.backfill() != null) {
                cursor("backfill.cursor.field", spec.backfill().cursor());
            }
            if (spec.read().paging() instanceof PagingSpec.Token token) {
                named("read.paging.next", token.next(), pages);
                if (token.more() != null) {
                    named("read.paging.more", token.more(), pages);
                }
            }
            spec.enrich().forEach(enrich -> {
                if (enrich.when() != null) {
                    named("enrich.when", enrich.when(), items);
                }
                if (enrich.startToken() != null) {
                    named("enrich.start_token", enrich.startToken(), items);
                }
            });
            spec.lookups()
                    .forEach(lookup -> lookup.ids().stream()
                            .filter(path -> !broughtByLookup(path))
                            .forEach(this::named));
            carried();
            findings.assertNone("Some paths of stream '" + stream + "' lead nowhere in its samples.");
        }

        /** Nested records may be brought by an enrichment; what they carry is the listed record's own. */
        private void carried() {
            api.streams().forEach((name, child) -> {
                if (child.from() != null && child.from().stream().equals(stream)) {
                    child.from().carry().stream()
                            .filter(path -> !broughtByLookup(path))
                            .forEach(path -> found("streams." + name + ".from.carry", path, items));
                }
            });
        }

        /** A listed record has not yet what look-ups find; the mappings' paths into it are compared elsewhere. */
        private boolean broughtByLookup(String path) {
            return spec.lookups().stream().anyMatch(lookup -> (path + ".").startsWith(lookup.into() + "."));
        }

        private void cursor(String key, CursorSpec cursor) {
            if (cursor instanceof CursorSpec.Id id) {
                found(key, id.field(), items);
            } else if (cursor instanceof CursorSpec.Version version) {
                found(key, version.field(), items);
            } else if (cursor instanceof CursorSpec.Time time) {
                times(key, time.field(), time.format());
            } else if (cursor instanceof CursorSpec.Sliding sliding) {
                times(key, sliding.field(), sliding.format());
            }
        }

        private void times(String key, String path, CursorSpec.TimeFormat format) {
            Path field = Path.parse(path);
            long unreadable = items.stream()
                    .filter(item -> TimeText.read(field.get(item), format).isEmpty())
                    .count();
            findings.require(
                    unreadable == 0 && !items.isEmpty(),
                    key + ": " + unreadable + " of " + items.size() + " records have no time at '" + field
                            + "' that is written as " + format);
        }

        /** Whether the path has a value in one of the trees. */
        private void found(String key, String path, List<Object> trees) {
            Path parsed = Path.parse(path);
            findings.require(
                    trees.stream().anyMatch(tree -> parsed.get(tree) != null),
                    key + ": '" + path + "' has a value in no sample");
        }

        /** Whether a look-up's path has an id in one of the records, behind whatever lists. */
        private void named(String ids) {
            Path parsed = Path.parse(ids);
            findings.require(
                    items.stream().anyMatch(item -> !parsed.all(item).isEmpty()),
                    "lookups.ids: '" + ids + "' has a value in no sample");
        }

        /** Whether the path's last key is there in one of the trees, be it null. */
        private void named(String key, String path, List<Object> trees) {
            int dot = path.lastIndexOf('.');
            Path around = Path.parse(dot < 0 ? "$" : path.substring(0, dot));
            findings.require(
                    trees.stream()
                            .anyMatch(tree -> around.get(tree) instanceof Map<?, ?> map
                                    && map.containsKey(Shape.plain(path.substring(dot + 1)))),
                    key + ": '" + path + "' is in no sample");
        }
    }
}
