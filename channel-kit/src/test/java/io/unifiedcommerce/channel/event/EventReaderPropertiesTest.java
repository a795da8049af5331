package io.unifiedcommerce.channel.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.event.EventPolicy.OptOut;
import io.unifiedcommerce.channel.event.EventPolicy.WithoutConsent;
import io.unifiedcommerce.channel.manifest.EventsManifest.ShapeSpec;
import io.unifiedcommerce.channel.manifest.EventsManifest.TimeFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class EventReaderPropertiesTest {
    private static final Reception RECEPTION =
            new Reception(Instant.parse("2026-11-22T12:00:00Z"), null, null, null, false);

    /** However events are spread over bodies, with or without ids of their own, the same ones are accepted. */
    @Property(tries = 200)
    void splittingLosesAndDoublesNothing(
            @ForAll @IntRange(min = 0, max = 40) int events,
            @ForAll @IntRange(min = 1, max = 40) int perBody,
            @ForAll boolean withId) {
        ShapeSpec shape = new ShapeSpec(
                "interaction",
                "mappings/x.yaml",
                "events",
                withId ? "number" : null,
                List.of("at"),
                List.of("$batch.sent_at"),
                TimeFormat.ISO,
                null,
                List.of(),
                List.of(),
                List.of());
        EventReader reader = new EventReader(shape, new EventPolicy(true, WithoutConsent.STRIP, OptOut.ADS, 1_000));
        Set<String> ids = new LinkedHashSet<>();
        Set<Object> numbers = new LinkedHashSet<>();
        for (int from = 0; from < events; from += perBody) {
            List<Object> listed = new ArrayList<>();
            for (long number = from; number < Math.min(events, from + perBody); number++) {
                listed.add(Map.of("number", number, "at", "2026-11-22T11:00:00Z"));
            }
            Map<String, Object> body = Map.of("sent_at", "2026-11-22T11:59:00Z", "events", listed);
            assertThat(reader.read(body, RECEPTION))
                    .isEqualTo(reader.read(body, RECEPTION))
                    .hasSize(listed.size());
            for (ReceivedEvent event : reader.read(body, RECEPTION)) {
                ReceivedEvent.Accepted accepted = (ReceivedEvent.Accepted) event;
                ids.add(accepted.id());
                numbers.add(accepted.value().get("number"));
            }
        }
        assertThat(ids).hasSize(events);
        assertThat(numbers).hasSize(events);
    }
}
