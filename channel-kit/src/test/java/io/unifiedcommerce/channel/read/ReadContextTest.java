package io.unifiedcommerce.channel.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadContextTest {
    private static final Map<String, Object> FIELDS = Map.of("shop", Map.of("time", Map.of("zone", "Europe/Paris")));

    @Test
    void findsTheTimeZoneThatAnOptionNames() {
        ReadContext context =
                new ReadContext(null, null, Clock.systemUTC(), FIELDS, Duration.ofSeconds(5), StartTime.BEGINNING, 100);

        assertThat(context.zone("shop.time.zone")).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(context.zone("shop.other.zone")).isEqualTo(ZoneOffset.UTC);
        assertThat(context.zone(null)).isEqualTo(ZoneOffset.UTC);
    }
}
