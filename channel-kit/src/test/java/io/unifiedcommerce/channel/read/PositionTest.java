package io.unifiedcommerce.channel.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PositionTest {
    private static final Instant AT = Instant.parse("2026-03-01T11:00:00Z");

    @Test
    void survivesConnectsOffsetStorage() {
        for (Position position : new Position[] {
            Position.live(AT).seen("AAECAwQFBgcAAAAAC"),
            Position.backfill(AT, AT.plusSeconds(1)),
            Position.live(null).afterId("7")
        }) {
            Map<String, Object> stored = new HashMap<>(position.toOffset());
            assertThat(stored.values()).allMatch(value -> value instanceof String || value instanceof Long);
            // JSON may bring a number back as another type.
            stored.put("format", 1);
            assertThat(Position.fromOffset(stored)).isEqualTo(position);
        }
    }

    @Test
    void canBeReadByAHuman() {
        assertThat(Position.backfill(AT, AT.plusSeconds(60)).toOffset())
                .containsEntry("phase", "backfill")
                .containsEntry("until", "2026-03-01T11:00:00Z")
                .containsEntry("live_from", "2026-03-01T11:01:00Z");
    }

    @Test
    void refusesWhatIsNoPositionAndNamesTheKey() {
        assertRefused(Map.of("phase", "live"), "format");
        assertRefused(Map.of("format", 2L, "phase", "live"), "format");
        assertRefused(Map.of("format", 1L, "phase", "later"), "phase");
        assertRefused(Map.of("format", 1L, "phase", "live", "until", "yesterday"), "until");
        assertRefused(Map.of("format", 1L, "phase", "live", "after_id", 7L), "after_id");
        assertRefused(Map.of("format", 1L, "phase", "live", "seen", "!?"), "seen");
        assertRefused(Map.of("format", 1L, "phase", "backfill", "until", AT.toString()), "live_from");
    }

    private static void assertRefused(Map<String, ?> offset, String key) {
        assertThatThrownBy(() -> Position.fromOffset(offset))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + key + "'");
    }
}
