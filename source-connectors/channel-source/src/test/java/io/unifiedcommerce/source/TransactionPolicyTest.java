package io.unifiedcommerce.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.tck.fake.FakeClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransactionPolicyTest {
    private final FakeClock clock = FakeClock.at("2026-03-01T12:00:00Z");
    private final TransactionPolicy policy =
            new TransactionPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(3), clock);

    @Test
    void endsAtAWholePlaceOnceEnoughRecordsWentIn() {
        assertThat(policy.endsWith(true, true)).isFalse();
        assertThat(policy.endsWith(true, true)).isFalse();
        assertThat(policy.endsWith(false, true)).isFalse();
        assertThat(policy.endsWith(true, true)).isTrue();
        assertThat(policy.endsWith(true, true)).as("a new one").isFalse();
    }

    @Test
    void endsAtAWholePlaceOnceEnoughTimeHasPassed() {
        assertThat(policy.endsWith(true, true)).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(policy.endsWith(true, true)).isTrue();
    }

    @Test
    void endsAtAWholePlaceWhenNothingFollows() {
        assertThat(policy.endsWith(false, false)).isFalse();
        assertThat(policy.endsWith(true, false)).isTrue();
    }

    @Test
    void endsAnywhereOnceItIsOpenForTooLong() {
        assertThat(policy.endsWith(false, true)).isFalse();
        clock.advance(Duration.ofSeconds(3));
        assertThat(policy.overdue()).isTrue();
        assertThat(policy.endsWith(false, true)).isTrue();
        assertThat(policy.overdue()).isFalse();
    }

    @Test
    void isNotOverdueWhileNoneIsOpen() {
        clock.advance(Duration.ofHours(1));
        assertThat(policy.overdue()).isFalse();
    }
}
