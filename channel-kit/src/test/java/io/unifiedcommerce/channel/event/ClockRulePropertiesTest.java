package io.unifiedcommerce.channel.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class ClockRulePropertiesTest {
    private static final long YEAR = 31_536_000_000L;
    private static final Instant RECEIVED = Instant.parse("2026-11-22T12:00:00Z");

    @Property
    void aWrongClockChangesNothing(
            @ForAll @LongRange(min = 0, max = YEAR) long waited,
            @ForAll @LongRange(min = -YEAR, max = YEAR) long skew) {
        Instant sentAt = RECEIVED.plusMillis(skew);
        Instant original = sentAt.minusMillis(waited);
        assertThat(ClockRule.correct(original, sentAt, RECEIVED)).isEqualTo(RECEIVED.minusMillis(waited));
    }

    @Property
    void nothingHappensAfterItWasReceived(
            @ForAll @LongRange(min = -YEAR, max = YEAR) long original,
            @ForAll @LongRange(min = -YEAR, max = YEAR) long sent) {
        Instant told = RECEIVED.plusMillis(original);
        assertThat(ClockRule.correct(told, RECEIVED.plusMillis(sent), RECEIVED)).isBeforeOrEqualTo(RECEIVED);
        assertThat(ClockRule.correct(told, null, RECEIVED))
                .isEqualTo(original > 0 ? RECEIVED : told)
                .isBeforeOrEqualTo(RECEIVED);
        assertThat(ClockRule.correct(null, told, RECEIVED)).isEqualTo(RECEIVED);
    }

    @Property
    void theOrderOfABodysEventsIsKept(
            @ForAll @LongRange(min = -YEAR, max = YEAR) long first,
            @ForAll @LongRange(min = 0, max = YEAR) long later,
            @ForAll @LongRange(min = -YEAR, max = YEAR) long sent) {
        Instant sentAt = RECEIVED.plusMillis(sent);
        Instant one = RECEIVED.plusMillis(first);
        Instant two = one.plus(Duration.ofMillis(later));
        assertThat(ClockRule.correct(one, sentAt, RECEIVED))
                .isBeforeOrEqualTo(ClockRule.correct(two, sentAt, RECEIVED));
    }
}
