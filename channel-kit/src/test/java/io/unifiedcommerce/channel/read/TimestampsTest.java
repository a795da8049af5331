package io.unifiedcommerce.channel.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.manifest.CursorSpec.TimeFormat;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimestampsTest {
    private static final Instant WHOLE = Instant.parse("2026-02-11T08:14:05Z");

    @Test
    void textWithoutAZoneIsUtc() {
        assertThat(Timestamps.write(WHOLE.plusMillis(999), TimeFormat.UTC_TEXT)).isEqualTo("2026-02-11 08:14:05");
        assertThat(Timestamps.read("2026-02-11 08:14:05", TimeFormat.UTC_TEXT)).isEqualTo(WHOLE);
        assertThat(Timestamps.read("0000-00-00 00:00:00", TimeFormat.UTC_TEXT)).isNull();
    }
}
