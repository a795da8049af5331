package io.unifiedcommerce.tck.conformance.simulation;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.read.Batch;
import io.unifiedcommerce.channel.read.Emission;
import io.unifiedcommerce.channel.read.Position;
import io.unifiedcommerce.channel.read.ReadContext;
import io.unifiedcommerce.channel.read.Slice;
import io.unifiedcommerce.channel.read.StartTime;
import io.unifiedcommerce.channel.read.StreamPlan;
import io.unifiedcommerce.channel.read.StreamReader;
import io.unifiedcommerce.tck.fake.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads one listing until nothing comes any more, and keeps what each step brought. */
public final class ReadingRun {
    private static final Duration POLL_INTERVAL = Duration.ofMinutes(1);
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final int MOST_STEPS = 20_000;

    private final StreamPlan plan;
    private final ChannelFolder folder;
    private final FakeClock clock;
    private final int windowRecords;
    private final Map<String, Object> fields;

    /**
     * One step of reading.
     *
     * @param before position that Connect stores with every record but the last; null for none
     * @param after position that it stores with the last; null for none
     */
    public record Step(List<Emission> emissions, Position before, Position after) {}

    /** @param windowRecords records after which a window is cut in half */
    public ReadingRun(StreamPlan plan, ChannelFolder folder, FakeClock clock, int windowRecords) {
        this(plan, folder, clock, windowRecords, Map.of());
    }

    /** @param fields what records carry under {@code $context}, by option key */
    public ReadingRun(
            StreamPlan plan, ChannelFolder folder, FakeClock clock, int windowRecords, Map<String, Object> fields) {
        this.fields = fields;
        this.plan = plan;
        this.folder = folder;
        this.clock = clock;
        this.windowRecords = windowRecords;
    }

    /**
     * Reads until nothing comes any more.
     *
     * @param stored null for the beginning
     * @param settling how long to wait for something to come
     * @param afterwards what happens in the shop when reading has come to rest; then it is read on
     * @throws IllegalStateException when reading does not come to rest
     */
    public List<Step> read(
            ChannelClient client, Slice slice, Position stored, Duration settling, Runnable... afterwards) {
        ReadContext context =
                new ReadContext(client, folder, clock, fields, POLL_INTERVAL, StartTime.BEGINNING, windowRecords);
        List<Step> steps = new ArrayList<>();
        try (StreamReader reader = new StreamReader(plan, context, slice, stored)) {
            rest(reader, settling, steps, ReadingRun::rethrow);
            for (Runnable act : afterwards) {
                act.run();
                rest(reader, settling, steps, ReadingRun::rethrow);
            }
        }
        return steps;
    }

    /**
     * Reads from the beginning until nothing comes any more, and after a failure goes on as a connector does.
     *
     * @throws IllegalStateException when reading does not come to rest
     */
    public List<Step> readThrough(
            ChannelClient client, Slice slice, Duration settling, Consumer<ChannelException> failures) {
        ReadContext context =
                new ReadContext(client, folder, clock, fields, POLL_INTERVAL, StartTime.BEGINNING, windowRecords);
        List<Step> steps = new ArrayList<>();
        try (StreamReader reader = new StreamReader(plan, context, slice, null)) {
            rest(reader, settling, steps, failures);
        }
        return steps;
    }

    private static void rethrow(ChannelException failure) {
        throw failure;
    }

    private void rest(StreamReader reader, Duration settling, List<Step> steps, Consumer<ChannelException> failures) {
        Instant settled = clock.instant().plus(settling);
        int idle = 0;
        for (int taken = 0; idle < 2 || clock.instant().isBefore(settled); taken++) {
            if (taken > MOST_STEPS) {
                throw new IllegalStateException("reading has not come to rest after " + MOST_STEPS + " steps");
            }
            Batch batch;
            try {
                batch = reader.next();
            } catch (ChannelException e) {
                failures.accept(e);
                clock.advance(RETRY);
                continue;
            }
            boolean waits = !reader.inWindow() && reader.due().isAfter(clock.instant());
            if (!batch.emissions().isEmpty()) {
                steps.add(new Step(batch.emissions(), batch.before(), batch.after()));
                idle = 0;
            } else if (waits) {
                idle++;
            }
            if (reader.due().isAfter(clock.instant())) {
                clock.advance(Duration.between(clock.instant(), reader.due()));
            }
        }
    }
}
