package io.unifiedcommerce.channel.read;

import static io.unifiedcommerce.channel.manifest.CursorSpec.TimeFormat.LOCAL;
import static io.unifiedcommerce.channel.manifest.CursorSpec.TimeFormat.ODATA;
import static io.unifiedcommerce.channel.manifest.CursorSpec.TimeFormat.UTC_TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimestampsTest {
    private static final Instant INSTANT = Instant.parse("2026-02-11T08:14:05.250Z");

    @Test
    void writesLocalTimesInTheirZoneAndWholeSeconds() {
        assertThat(Timestamps.write(INSTANT, LOCAL, ZoneOffset.UTC)).isEqualTo("2026-02-11T08:14:05");
        assertThat(Timestamps.write(INSTANT, LOCAL, ZoneId.of("Europe/Paris"))).isEqualTo("2026-02-11T09:14:05");
        assertThat(Timestamps.read("2026-02-11T08:14:05.250", LOCAL)).isEqualTo(INSTANT);
    }

    @Test
    void readsDatesOfOData() {
        assertThat(Timestamps.read("/Date(1770797645250)/", ODATA)).isEqualTo(INSTANT);
        assertThat(Timestamps.read("/Date(1770797645250+0060)/", ODATA))
                .as("the offset tells of the clock, not of the instant")
                .isEqualTo(INSTANT);
        assertThat(Timestamps.read("/Date(-1)/", ODATA)).isEqualTo(Instant.ofEpochMilli(-1));
        assertThat(Timestamps.write(INSTANT, ODATA, ZoneOffset.UTC)).isEqualTo("/Date(1770797645250)/");
    }

    @Test
    void takesNothingElseForADate() {
        assertThat(Timestamps.read("/Date(12x)/", ODATA)).isNull();
        assertThat(Timestamps.read("Date(12)", ODATA)).isNull();
        assertThat(Timestamps.read(12L, ODATA)).isNull();
    }

    @Test
    void textWithoutAZoneIsUtc() {
        assertThat(Timestamps.write(INSTANT, UTC_TEXT, ZoneOffset.UTC)).isEqualTo("2026-02-11 08:14:05");
        assertThat(Timestamps.read("2026-02-11 08:14:05", UTC_TEXT)).isEqualTo(Instant.parse("2026-02-11T08:14:05Z"));
        assertThat(Timestamps.read("0000-00-00 00:00:00", UTC_TEXT)).isNull();
    }
}
