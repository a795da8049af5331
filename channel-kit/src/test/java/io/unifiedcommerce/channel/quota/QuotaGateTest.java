package io.unifiedcommerce.channel.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.manifest.QuotaSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How budgets follow what a platform tells, and what they do where it tells nothing. */
class QuotaGateTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final QuotaBudget.Call READ = new QuotaBudget.Call("orders", false);
    private static final QuotaBudget.Call WRITE = new QuotaBudget.Call("stock", true);

    @Test
    void believesThePlatformWhenAnotherAppSpendsTheWindow() {
        QuotaGate gate = new QuotaGate(QuotaBudget.of(window(QuotaSpec.ResetUnit.MILLISECONDS)));

        gate.answered(enter(gate, READ, NOW), Platforms.Windows.reply(false, 10, 150, 12_000), NOW);

        assertThat(wait(gate, READ, NOW)).isEqualTo(Duration.ofSeconds(12));
        assertThat(gate.headroom(NOW)).isEqualTo(10 / 150.0);
    }

    @Test
    void holdsWritesTooWhenAWindowIsExceeded() {
        QuotaGate gate = new QuotaGate(QuotaBudget.of(window(QuotaSpec.ResetUnit.MILLISECONDS)));

        gate.answered(enter(gate, READ, NOW), Platforms.Windows.reply(true, 3, 150, 5_000), NOW);

        assertThat(wait(gate, WRITE, NOW)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void readsResetHeadersOfEveryUnit() {
        assertThat(waitAfterReset(QuotaSpec.ResetUnit.MILLISECONDS, "1500", NOW))
                .isEqualTo(Duration.ofMillis(1500));
        assertThat(waitAfterReset(QuotaSpec.ResetUnit.SECONDS, "3", NOW)).isEqualTo(Duration.ofSeconds(4));
        String inAMinute = "" + NOW.plusSeconds(60).getEpochSecond();
        assertThat(waitAfterReset(QuotaSpec.ResetUnit.EPOCH_SECONDS, inAMinute, NOW))
                .isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void measuresAnEpochResetByThePlatformsClock() {
        Instant ourLateClock = NOW.plus(Duration.ofMinutes(5));
        String inAMinute = "" + NOW.plusSeconds(60).getEpochSecond();

        assertThat(waitAfterReset(QuotaSpec.ResetUnit.EPOCH_SECONDS, inAMinute, ourLateClock))
                .isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void asksWithOneCallAtATimeUntilThePlatformHasToldItsLimit() {
        QuotaGate gate = new QuotaGate(QuotaBudget.of(window(QuotaSpec.ResetUnit.MILLISECONDS)));

        QuotaBudget.Ticket probe = enter(gate, READ, NOW);

        assertThat(wait(gate, READ, NOW)).isPositive();
        gate.lost(probe);
        assertThat(gate.tryEnter(READ, NOW)).isInstanceOf(QuotaGate.Admitted.class);
    }

    @Test
    void ignoresHeadersThatCannotBeRead() {
        QuotaGate gate = new QuotaGate(QuotaBudget.of(window(QuotaSpec.ResetUnit.MILLISECONDS)));
        Map<String, String> garbage = Map.of("x-left", "many", "x-quota", "", "x-reset-ms", "NaN");

        gate.answered(enter(gate, READ, NOW), new QuotaBudget.Reply(false, garbage, null), NOW);

        assertThat(gate.tryEnter(READ, NOW)).isInstanceOf(QuotaGate.Admitted.class);
        assertThat(gate.headroom(NOW)).isEqualTo(1);
    }

    @Test
    void waitsForThePointsThatTheLastCallOfItsKindAskedFor() {
        QuotaGate gate = new QuotaGate(QuotaBudget.of(new QuotaSpec.GraphqlCost(100, 0.2)));

        gate.answered(enter(gate, READ, NOW), Platforms.Points.reply(true, 310, 120, 2000, 100), NOW);

        // 310 points and the 400 of the reserve, of which 120 are there and 100 come each second
        assertThat(wait(gate, READ, NOW)).isEqualTo(Duration.ofMillis(5900));
        assertThat(gate.tryEnter(WRITE, NOW)).isInstanceOf(QuotaGate.Admitted.class);
    }

    @Test
    void doesNotWaitForEverForACallThatIsDearerThanTheBucketBesideTheReserve() {
        QuotaGate gate = new QuotaGate(QuotaBudget.of(new QuotaSpec.GraphqlCost(100, 0.2)));

        gate.answered(enter(gate, READ, NOW), Platforms.Points.reply(false, 990, 10, 1000, 50), NOW);

        Duration wait = wait(gate, READ, NOW);
        assertThat(wait).isEqualTo(Duration.ofMillis(19_800));
        assertThat(gate.tryEnter(READ, NOW.plus(wait))).isInstanceOf(QuotaGate.Admitted.class);
    }

    @Test
    void takesABucketForEmptyWhenACallIsRefusedWithoutFigures() {
        QuotaGate gate = new QuotaGate(QuotaBudget.of(new QuotaSpec.LeakyBucketHeader("X-Bucket", 2, 0)));
        gate.answered(enter(gate, READ, NOW), new QuotaBudget.Reply(false, Map.of("x-bucket", "1/40"), null), NOW);

        gate.answered(enter(gate, READ, NOW), new QuotaBudget.Reply(true, Map.of(), null), NOW);

        assertThat(wait(gate, READ, NOW)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void admitsNobodyWhileThePlatformAsksToBeLeftAlone() {
        QuotaGate gate = new QuotaGate(QuotaBudget.of(new QuotaSpec.None()));

        gate.holdUntil(NOW.plusSeconds(6));
        gate.holdUntil(NOW.plusSeconds(2));

        assertThat(wait(gate, WRITE, NOW)).isEqualTo(Duration.ofSeconds(6));
        assertThat(gate.headroom(NOW)).isZero();
        assertThat(gate.tryEnter(READ, NOW.plusSeconds(6))).isInstanceOf(QuotaGate.Admitted.class);
    }

    @Test
    void tellsHowMuchOfAFixedRateIsLeft() {
        QuotaGate gate = new QuotaGate(QuotaBudget.of(new QuotaSpec.FixedRate(4, Duration.ofSeconds(1), 0)));

        QuotaBudget.Ticket call = enter(gate, READ, NOW);

        assertThat(gate.headroom(NOW)).isEqualTo(0.75);
        gate.answered(call, new QuotaBudget.Reply(false, Map.of(), null), NOW.plusSeconds(1));
        assertThat(gate.headroom(NOW.plusSeconds(1))).isEqualTo(0.75);
        assertThat(gate.headroom(NOW.plusSeconds(2))).isEqualTo(1);
    }

    private static Duration waitAfterReset(QuotaSpec.ResetUnit unit, String reset, Instant ourClock) {
        QuotaGate gate = new QuotaGate(QuotaBudget.of(window(unit)));
        Map<String, String> headers =
                Map.of("x-left", "0", "x-quota", "10", "x-reset-ms", reset, "date", "Fri, 20 Nov 2026 10:00:00 GMT");
        gate.answered(enter(gate, READ, ourClock), new QuotaBudget.Reply(false, headers, null), ourClock);
        return wait(gate, READ, ourClock);
    }

    private static QuotaSpec window(QuotaSpec.ResetUnit unit) {
        return new QuotaSpec.WindowHeaders("X-Left", "X-Quota", "X-Reset-Ms", unit, 0.1);
    }

    private static QuotaBudget.Ticket enter(QuotaGate gate, QuotaBudget.Call call, Instant now) {
        return ((QuotaGate.Admitted) gate.tryEnter(call, now)).ticket();
    }

    private static Duration wait(QuotaGate gate, QuotaBudget.Call call, Instant now) {
        return ((QuotaGate.Wait) gate.tryEnter(call, now)).time();
    }
}
