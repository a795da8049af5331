package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.http.ChannelClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A reader with a clock that stands still. */
final class ReaderHarness {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    final ManualClock clock = new ManualClock(NOW);
    final StreamReader reader;

    ReaderHarness(StreamPlan plan, ChannelClient client, StartTime start, Position stored) {
        this(plan, client, start, stored, null, Map.of());
    }

    ReaderHarness(
            StreamPlan plan,
            ChannelClient client,
            StartTime start,
            Position stored,
            Slice slice,
            Map<String, Object> fields) {
        ReadContext context = new ReadContext(client, null, clock, fields, Duration.ofSeconds(5), start, 100);
        reader = new StreamReader(plan, context, slice, stored);
    }

    static ReaderHarness live(StreamPlan plan, ChannelClient client) {
        return new ReaderHarness(plan, client, StartTime.BEGINNING, Position.live(NOW.minusSeconds(3600)));
    }

    /** Everything up to the end of the window. */
    List<Emission> window() {
        List<Emission> all = new ArrayList<>();
        do {
            all.addAll(reader.next().emissions());
        } while (reader.inWindow());
        return all;
    }

    List<String> windowIds() {
        return ids(window());
    }

    static List<String> ids(List<Emission> emissions) {
        return emissions.stream()
                .map(emission -> emission instanceof Emission.ChannelRecord record
                        ? record.stream() + "/" + record.id()
                        : emission.stream() + "/unreadable")
                .toList();
    }
}
