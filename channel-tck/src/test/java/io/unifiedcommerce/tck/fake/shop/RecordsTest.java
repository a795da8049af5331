package io.unifiedcommerce.tck.fake.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.tck.fake.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RecordsTest {
    private record Thing(long id, Instant createdAt, Instant updatedAt) implements Versioned {}

    /** A write of a thing, or its removal, some seconds after the one before. */
    private record Write(long id, boolean removal, int secondsLater) {}

    @Provide
    Arbitrary<List<Write>> writes() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 5),
                        Arbitraries.of(true, false, false),
                        Arbitraries.integers().between(0, 3))
                .as(Write::new)
                .list()
                .ofMaxSize(30);
    }

    @Property
    void listsShowTheStateOfLagSecondsAgo(@ForAll("writes") List<Write> writes) {
        Duration lag = Duration.ofSeconds(2);
        FakeClock clock = FakeClock.at("2026-11-20T15:00:00Z");
        Records<Thing> records = new Records<>(clock, () -> lag);
        Map<Long, Thing> listed = new TreeMap<>();
        Map<Long, Thing> current = new TreeMap<>();
        Map<Instant, Map<Long, Thing>> history = new TreeMap<>();
        for (Write write : writes) {
            clock.advance(Duration.ofSeconds(write.secondsLater()));
            Instant now = clock.instant();
            if (write.removal()) {
                current.remove(write.id());
                records.remove(write.id());
            } else {
                current.put(write.id(), new Thing(write.id(), now, now));
                records.put(current.get(write.id()));
            }
            history.put(now, new TreeMap<>(current));
            history.forEach((at, state) -> {
                if (!at.isAfter(now.minus(lag))) {
                    listed.clear();
                    listed.putAll(state);
                }
            });

            assertThat(records.all()).containsExactlyInAnyOrderElementsOf(current.values());
            assertThat(records.byId()).isEqualTo(listed);
            assertThat(records.byUpdate().values())
                    .containsExactlyElementsOf(listed.values().stream()
                            .sorted(Comparator.comparing(Thing::updatedAt).thenComparing(Thing::id))
                            .toList());
        }
    }
}
