package io.unifiedcommerce.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoInstantsTest {

    private static final DateTimeFormatter JAVA =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("0000-01-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli())
                .map(Instant::ofEpochMilli);
    }

    @Property
    void writesWhatJavaWrites(@ForAll("instants") Instant instant) {
        assertThat(IsoInstants.format(instant)).isEqualTo(JAVA.format(instant));
    }

    @Property
    void readsWhatItWrites(@ForAll("instants") Instant instant) {
        assertThat(IsoInstants.parse(IsoInstants.format(instant))).isEqualTo(instant);
    }

    @Property
    void readsOffsetsAsJavaDoes(
            @ForAll("instants") Instant instant, @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int minutes) {
        OffsetDateTime there = instant.atOffset(ZoneOffset.ofTotalSeconds(minutes * 60));
        if (there.getYear() < 0 || there.getYear() > 9999) {
            return;
        }

        assertThat(IsoInstants.parse(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx")
                        .format(there)))
                .isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T15:02Z,                     2026-11-20T15:02:00Z",
        "2026-11-20T15:02:11Z,                  2026-11-20T15:02:11Z",
        "2026-11-20T15:02:11.5Z,                2026-11-20T15:02:11.500Z",
        "2026-11-20T15:02:11.12Z,               2026-11-20T15:02:11.120Z",
        "2026-11-20T15:02:11.123999999Z,        2026-11-20T15:02:11.123Z",
        "1969-12-31T23:59:59.999999Z,           1969-12-31T23:59:59.999Z",
        "2026-11-20T15:02:11+02,                2026-11-20T13:02:11Z",
        "2026-11-20T15:02:11-0530,              2026-11-20T20:32:11Z",
        "2026-11-20T15:02:11-05:30,             2026-11-20T20:32:11Z",
        "2000-02-29T00:00:00Z,                  2000-02-29T00:00:00Z"
    })
    void readsEveryFormOfAnInstant(String text, Instant instant) {
        assertThat(IsoInstants.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T00:00:00Z",
                "1900-02-29T00:00:00Z",
                "2026-04-31T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-01-00T00:00:00Z",
                "2026-01-01T24:00:00Z",
                "2026-01-01T00:60:00Z",
                "2026-01-01T23:59:60Z",
                "2026-01-01T00:00:00+18:01",
                "2026-01-01T00:00:00+01:60",
                "0000-01-01T00:00:00+00:01",
                "9999-12-31T23:59:59-00:01"
            })
    void refusesTimesThatDoNotExist(String text) {
        assertThatThrownBy(() -> IsoInstants.parse(text)).isInstanceOf(ModelException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026",
                "2026-11-20",
                "2026-11-20T15:02:11",
                "2026-11-20 15:02:11Z",
                "2026-11-20T15:02.5Z",
                "2026-11-20T15:02:11.Z",
                "2026-11-20T15:02:11ZZ",
                "2026-11-20T15:02:11+",
                "2026-11-20T15:02:11+2",
                "2026-11-20T15:02:11+02:",
                "+2026-11-20T15:02:11Z",
                "20261120T150211Z",
                "٢٠٢٦-11-20T15:02:11Z"
            })
    void refusesWhatIsNoInstantWithZone(String text) {
        assertThatThrownBy(() -> IsoInstants.parse(text))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("not an instant: expected ISO 8601 with a zone");
    }

    @Test
    void refusesToWriteYearsOfFiveDigits() {
        assertThatThrownBy(() -> IsoInstants.format(Instant.MAX)).hasMessageContaining("years 0000 to 9999");
        assertThatThrownBy(() -> IsoInstants.format(Instant.MIN)).hasMessageContaining("years 0000 to 9999");
    }
}
