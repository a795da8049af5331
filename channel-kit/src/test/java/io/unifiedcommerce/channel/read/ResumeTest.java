package io.unifiedcommerce.channel.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.read.Emission.ChannelRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens in the shop, on the line and to the process: nothing is lost; without a crash nothing comes twice. */
class ResumeTest {
    private static final Duration LAG_AND_OVERLAP = Duration.ofSeconds(70);

    private record Emitted(String id, int version, Position position) {}

    /**
     * @param sorted whether the platform lists by change time
     * @param told whether the manifest says so
     */
    private record Listed(String paging, boolean sorted, boolean told) {
        Listed(String paging, boolean sorted) {
            this(paging, sorted, false);
        }
    }

    private final List<Emitted> kafka = new ArrayList<>();
    private StreamPlan plan;
    private ManualClock clock;
    private SimulatedPlatform platform;
    private Random random;
    private int windowRecords;

    @Provide
    Arbitrary<Listed> listings() {
        return Arbitraries.of(
                new Listed("{kind: token, size: 5, next: next}", false),
                new Listed("{kind: token, size: 5, next: next}", true),
                new Listed("{kind: token, size: 5, next: next}", true, true),
                new Listed("{kind: number, size: 5}", true, true),
                new Listed("{kind: number, size: 5}", false),
                new Listed("{kind: number, size: 5}", true),
                new Listed("{kind: keyset, size: 5}", true),
                new Listed("{kind: single}", false));
    }

    @Property(tries = 300)
    void losesNothingWhereverItIsKilled(@ForAll("listings") Listed listed, @ForAll long seed) {
        open(listed, seed);
        StreamReader reader = reader(null);
        for (int round = 0; round < 60; round++) {
            act(round);
            int had = kafka.size();
            read(reader);
            if (random.nextInt(4) == 0) {
                // Kafka has the records up to some point of the last step; the newest offset is that of the last of
                // them.
                int kept = had + random.nextInt(kafka.size() - had + 1);
                kafka.subList(kept, kafka.size()).clear();
                reader = reader(kafka.isEmpty() ? null : kafka.get(kept - 1).position());
            }
        }
        settle(reader);
        assertThat(newestEmitted()).isEqualTo(platform.versions());
    }

    @Property(tries = 300)
    void emitsNothingTwiceWithoutACrash(@ForAll("listings") Listed listed, @ForAll long seed) {
        open(listed, seed);
        StreamReader reader = reader(null);
        for (int round = 0; round < 60; round++) {
            act(round);
            read(reader);
        }
        settle(reader);
        assertThat(kafka)
                .extracting(emitted -> emitted.id() + "@" + emitted.version())
                .doesNotHaveDuplicates();
        assertThat(newestEmitted()).isEqualTo(platform.versions());
    }

    @Property(tries = 200)
    void repeatsNothingAfterACrashWhereAStepEnded(@ForAll("listings") Listed listed, @ForAll long seed) {
        open(listed, seed);
        windowRecords = 1000;
        StreamReader reader = reader(null);
        for (int round = 0; round < 60; round++) {
            act(round);
            read(reader);
            if (random.nextInt(4) == 0 && reader.position() != null) {
                reader = reader(Position.fromOffset(reader.position().toOffset()));
            }
        }
        settle(reader);
        assertThat(kafka)
                .extracting(emitted -> emitted.id() + "@" + emitted.version())
                .doesNotHaveDuplicates();
        assertThat(newestEmitted()).isEqualTo(platform.versions());
    }

    private void open(Listed listed, long seed) {
        kafka.clear();
        plan = Plans.orders(listed.paging(), listed.told());
        random = new Random(seed);
        clock = new ManualClock(Instant.parse("2026-03-01T00:00:00Z"));
        platform = new SimulatedPlatform(clock, random, LAG_AND_OVERLAP, listed.sorted());
        windowRecords = 10 + random.nextInt(30);
        int history = random.nextInt(60);
        for (int i = 0; i < history; i++) {
            platform.change(i);
            if (random.nextInt(3) == 0) {
                clock.advance(Duration.ofSeconds(random.nextInt(4000)));
            }
        }
        clock.advance(LAG_AND_OVERLAP);
        platform.busy(true);
        platform.failing(random.nextInt(3) * 0.1);
    }

    private StreamReader reader(Position stored) {
        ReadContext context = new ReadContext(
                platform, null, clock, Map.of(), Duration.ofSeconds(5), StartTime.BEGINNING, windowRecords);
        return new StreamReader(plan, context, null, stored);
    }

    /** Bursts give whole pages of one change time. */
    private void act(int round) {
        int burst = random.nextInt(5) == 0 ? random.nextInt(25) : random.nextInt(3);
        for (int i = 0; i < burst; i++) {
            platform.change(random.nextInt(platform.versions().size() + 1));
        }
        clock.advance(Duration.ofMillis(random.nextInt(20_000)));
    }

    private void read(StreamReader reader) {
        try {
            Batch batch = reader.next();
            for (int i = 0; i < batch.emissions().size(); i++) {
                ChannelRecord emitted = (ChannelRecord) batch.emissions().get(i);
                boolean last = i == batch.emissions().size() - 1;
                int version = ((Long) emitted.value().get("version")).intValue();
                kafka.add(new Emitted(emitted.id(), version, last ? batch.after() : batch.before()));
            }
        } catch (ChannelException e) {
            assertThat(e).isNotInstanceOf(ChannelException.BrokenContract.class);
        }
    }

    /** Lets everything show up and be read. */
    private void settle(StreamReader reader) {
        platform.busy(false);
        platform.failing(0);
        clock.advance(LAG_AND_OVERLAP);
        Instant end = clock.instant();
        while (!reader.position().live() || !reader.position().until().isAfter(end)) {
            clock.advance(Duration.ofSeconds(3));
            read(reader);
        }
    }

    private Map<String, Integer> newestEmitted() {
        Map<String, Integer> newest = new HashMap<>();
        kafka.forEach(emitted -> newest.merge(emitted.id(), emitted.version(), Math::max));
        return newest;
    }
}
