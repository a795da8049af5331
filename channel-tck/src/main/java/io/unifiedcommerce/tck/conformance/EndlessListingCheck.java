package io.unifiedcommerce.tck.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.CursorSpec;
import io.unifiedcommerce.channel.manifest.PagingSpec;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import io.unifiedcommerce.channel.read.Position;
import io.unifiedcommerce.channel.read.Slice;
import io.unifiedcommerce.channel.read.StreamPlan;
import io.unifiedcommerce.tck.conformance.sample.Descendants;
import io.unifiedcommerce.tck.conformance.simulation.PageSize;
import io.unifiedcommerce.tck.conformance.simulation.ReadingRun;
import io.unifiedcommerce.tck.conformance.simulation.SimulatedListing;
import io.unifiedcommerce.tck.fake.FakeClock;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A platform that answers every request for a page with the same full page, as one does that has renamed its page parameter or
 * clings to its last page, is found out after a few requests: it would be asked for ever, and the stream would stand still unseen.
 */
final class EndlessListingCheck implements Check {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final int MOST_CALLS = 200;

    @Override
    public String rule() {
        return "a listing that repeats a page for ever is found out";
    }

    @Override
    public Stream<DynamicTest> tests(Subject subject) {
        return subject.api().stream()
                .flatMap(api -> api.streams().entrySet().stream()
                        .filter(entry -> entry.getValue().read() != null)
                        .filter(entry -> !(entry.getValue().read().paging() instanceof PagingSpec.Single))
                        .map(entry -> dynamicTest(entry.getKey(), () -> check(subject, api, entry.getKey()))));
    }

    private static void check(Subject subject, ApiManifest api, String stream) {
        StreamSpec spec = api.streams().get(stream);
        FakeClock clock = FakeClock.at(NOW);
        SimulatedListing platform = new SimulatedListing(api, stream, clock);
        int size = PageSize.of(spec.read().paging()).orElseThrow();
        for (int i = 0; i < size * 2; i++) {
            platform.add(NOW.minus(Duration.ofMinutes(30)).plusSeconds(i / size));
        }
        Clinging clinging = new Clinging(platform, spec.read().request());
        StreamPlan plan = StreamPlan.of(api, Descendants.of(api, stream)).get(0);
        Slice slice = spec.read().slices() == null ? null : new Slice("1", Map.of("id", "1"));
        Findings findings = new Findings();
        try {
            new ReadingRun(plan, subject.folder(), clock, Integer.MAX_VALUE)
                    .read(clinging, slice, start(spec), Duration.ofMinutes(1));
        } catch (ChannelException.BrokenContract found) {
            // as it should be
        } catch (Unending e) {
            findings.add("the same page was asked for " + MOST_CALLS + " times");
        }
        findings.assertNone("Reading '" + stream + "' does not notice that the platform repeats a page.");
    }

    /** A place from which the first window holds all records; null for the beginning. */
    private static Position start(StreamSpec spec) {
        return spec.read().cursor() instanceof CursorSpec.Time
                ? new Position(Position.Phase.LIVE, NOW.minus(Duration.ofHours(1)), null, null, null)
                : null;
    }

    /** The reader was given the same page more often than it can be in doubt. */
    private static final class Unending extends RuntimeException {}

    /** Clings to the first page. */
    private static final class Clinging implements ChannelClient {
        private final ChannelClient platform;
        private final RequestSpec listing;
        private Answer first;
        private int calls;

        Clinging(ChannelClient platform, RequestSpec listing) {
            this.platform = platform;
            this.listing = listing;
        }

        @Override
        public Answer call(RequestSpec request, Map<String, ?> values, Purpose purpose) {
            if (request != listing) {
                return platform.call(request, values, purpose);
            }
            if (++calls > MOST_CALLS) {
                throw new Unending();
            }
            first = first == null ? platform.call(request, values, purpose) : first;
            return first;
        }

        @Override
        public InputStream download(URI file) {
            return platform.download(file);
        }

        @Override
        public double quotaHeadroom() {
            return 1;
        }

        @Override
        public void close() {
            platform.close();
        }
    }
}
