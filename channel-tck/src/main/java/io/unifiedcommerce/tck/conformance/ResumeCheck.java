package io.unifiedcommerce.tck.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.CursorSpec;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import io.unifiedcommerce.channel.read.Emission;
import io.unifiedcommerce.channel.read.Emission.ChannelRecord;
import io.unifiedcommerce.channel.read.Position;
import io.unifiedcommerce.channel.read.Slice;
import io.unifiedcommerce.channel.read.StreamPlan;
import io.unifiedcommerce.tck.conformance.sample.Descendants;
import io.unifiedcommerce.tck.conformance.simulation.PageSize;
import io.unifiedcommerce.tck.conformance.simulation.ReadingRun;
import io.unifiedcommerce.tck.conformance.simulation.SimulatedListing;
import io.unifiedcommerce.tck.fake.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Reading a listing goes on from every stored position without loss, and repeats nothing without a crash. The platform is
 * simulated from the manifest and believes only what requests tell it: one that forgets to pass a page's token is found out.
 */
final class ResumeCheck implements Check {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final int CHANGED = 7;
    private static final int ONE_PAGE = 20;

    @Override
    public String rule() {
        return "reading goes on from every position without loss";
    }

    @Override
    public Stream<DynamicTest> tests(Subject subject) {
        return subject.api().stream()
                .flatMap(api -> api.streams().entrySet().stream()
                        .filter(entry -> entry.getValue().read() != null)
                        .map(entry -> dynamicTest(
                                entry.getKey()
                                        + (isBulk(entry.getValue()) ? " (changes; history is read by a hook)" : ""),
                                () -> new Trial(subject, api, entry.getKey()).run())));
    }

    private static boolean isBulk(StreamSpec stream) {
        return stream.backfill() != null && stream.backfill().hook() != null;
    }

    /** One listing. */
    private static final class Trial {
        private final ApiManifest api;
        private final String stream;
        private final StreamSpec spec;
        private final FakeClock clock = FakeClock.at(NOW);
        private final SimulatedListing platform;
        private final ReadingRun run;
        private final Slice slice;
        private final Findings findings = new Findings();

        Trial(Subject subject, ApiManifest api, String stream) {
            this.api = api;
            this.stream = stream;
            this.spec = api.streams().get(stream);
            this.platform = new SimulatedListing(api, stream, clock);
            this.slice = spec.read().slices() == null ? null : new Slice("1", Map.of("id", "1"));
            int size = PageSize.of(spec.read().paging()).orElse(ONE_PAGE);
            int history = size * 5 / 2;
            history(history, size * 6 / 5);
            StreamPlan plan = StreamPlan.of(api, Descendants.of(api, stream)).get(0);
            this.run = new ReadingRun(plan, subject.folder(), clock, Math.max(20, history / 2));
        }

        /** Three records a minute, and in the end more than a page of them in one second, as after an import. */
        private void history(int records, int atOnce) {
            Instant first = NOW.minus(Duration.ofDays(2));
            for (int i = 0; i < records; i++) {
                platform.add(first.plusSeconds(Math.min(i, records - atOnce) / 3 * 60L));
            }
        }

        void run() {
            tellsBounds();
            findings.assertNone("The request of '" + stream + "' does not tell what it asks for.");
            Position start = isBulk(spec) ? afterHistory() : null;
            List<ReadingRun.Step> steps = run.read(platform, slice, start, settling(), this::change);
            complete("read without a crash", List.of(), steps);
            unique(steps);
            for (int i = 0; i < steps.size(); i++) {
                resume(steps, i, steps.get(i).after(), i + 1);
                resume(steps, i, steps.get(i).before(), i);
            }
            findings.assertNone("Reading '" + stream + "' loses or repeats records.");
        }

        private void change() {
            clock.advance(Duration.ofSeconds(2));
            for (long id = 1; id <= CHANGED; id++) {
                if (spec.read().cursor() instanceof CursorSpec.Id) {
                    platform.add(clock.instant());
                } else {
                    platform.change(id);
                }
            }
        }

        private Duration settling() {
            return spec.read().cursor() instanceof CursorSpec.Time time
                    ? time.lag().plus(Duration.ofMinutes(2))
                    : Duration.ofMinutes(2);
        }

        private Position afterHistory() {
            return spec.read().cursor() instanceof CursorSpec.Feed
                    ? new Position(Position.Phase.LIVE, null, "0", null, null)
                    : Position.live(NOW.minus(Duration.ofDays(3)));
        }

        private void resume(List<ReadingRun.Step> steps, int step, Position stored, int kept) {
            if (stored != null) {
                Position read = Position.fromOffset(stored.toOffset());
                List<ReadingRun.Step> rest = run.read(platform, slice, read, settling());
                complete(
                        "resumed at step " + step + " of " + steps.size() + " from " + read,
                        steps.subList(0, kept),
                        rest);
            }
        }

        private void complete(String what, List<ReadingRun.Step> before, List<ReadingRun.Step> after) {
            Map<String, Long> newest = new HashMap<>();
            Stream.concat(before.stream(), after.stream())
                    .flatMap(step -> step.emissions().stream())
                    .forEach(emission -> newest.merge(key(emission), version(emission), Math::max));
            for (String name : Descendants.of(api, stream)) {
                Set<String> lost = new HashSet<>();
                platform.newest().forEach((id, version) -> {
                    if (!version.equals(newest.get(name + "/" + id))) {
                        lost.add(id);
                    }
                });
                findings.require(
                        lost.isEmpty(),
                        what + ": " + lost.size() + " of " + platform.newest().size() + " records of " + name
                                + " are lost, such as "
                                + lost.stream().limit(3).collect(Collectors.joining(", ")));
            }
        }

        private void unique(List<ReadingRun.Step> steps) {
            Set<String> seen = new HashSet<>();
            List<String> twice = steps.stream()
                    .flatMap(step -> step.emissions().stream())
                    .map(emission -> key(emission) + "@" + version(emission))
                    .filter(emission -> !seen.add(emission))
                    .toList();
            findings.require(twice.isEmpty(), "read without a crash: emitted twice are " + twice);
        }

        private void tellsBounds() {
            String request = spec.read().request().toString();
            boolean timed = spec.read().cursor() instanceof CursorSpec.Time;
            findings.require(
                    !timed || request.contains("${window.from}") || request.contains("${cursor.value}"),
                    "the request tells neither ${window.from} nor ${cursor.value}: it asks for all records every time");
        }

        private static String key(Emission emission) {
            return emission.stream() + "/" + ((ChannelRecord) emission).id();
        }

        private static long version(Emission emission) {
            return SimulatedListing.versionOf(((ChannelRecord) emission).value());
        }
    }
}
