package io.unifiedcommerce.channel.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.manifest.QuotaSpec;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Whatever the limit, the number of readers and the line: no call is refused, and a backfill uses what it may. */
class QuotaBudgetPropertiesTest {
    private static final double ALMOST_ALL = 0.95;

    @Property(tries = 150)
    void neverOverdrawsWindows(
            @ForAll @IntRange(min = 1, max = 500) int limit,
            @ForAll @IntRange(min = 1, max = 60) int seconds,
            @ForAll @DoubleRange(min = 0, max = 0.5) double reserve,
            @ForAll @IntRange(min = 1, max = 8) int readers,
            @ForAll @IntRange(min = 1, max = 3000) int latencyMillis,
            @ForAll long seed) {
        Duration length = Duration.ofSeconds(seconds);

        Backfill backfill = new Backfill(
                        windows(reserve), new Platforms.Windows(limit, length), Duration.ofMillis(latencyMillis), seed)
                .run(readers, length.multipliedBy(10));

        assertThat(backfill.refused()).isZero();
    }

    @Property(tries = 50)
    void usesWindowsUpToTheReserve(
            @ForAll @IntRange(min = 20, max = 500) int limit,
            @ForAll @DoubleRange(min = 0, max = 0.2) double reserve,
            @ForAll @IntRange(min = 4, max = 8) int readers,
            @ForAll @IntRange(min = 1, max = 100) int latencyMillis,
            @ForAll long seed) {
        Duration length = Duration.ofSeconds(30);

        Backfill backfill = new Backfill(
                        windows(reserve), new Platforms.Windows(limit, length), Duration.ofMillis(latencyMillis), seed)
                .run(readers, length.multipliedBy(40));

        int forReads = limit - (int) (limit * reserve);
        assertThat((double) backfill.answered()).isGreaterThan(40 * forReads * ALMOST_ALL);
    }

    @Property(tries = 150)
    void neverOverdrawsWindowsWhenAnswersAreLost(
            @ForAll @IntRange(min = 10, max = 200) int limit,
            @ForAll @IntRange(min = 2, max = 8) int readers,
            @ForAll @IntRange(min = 1, max = 500) int latencyMillis,
            @ForAll @DoubleRange(min = 0.01, max = 0.3) double lost,
            @ForAll boolean endIsTold,
            @ForAll long seed) {
        Duration length = Duration.ofSeconds(30);
        QuotaBudget budget =
                endIsTold ? windows(0) : QuotaBudget.of(new QuotaSpec.FixedWindow("X-Left", "X-Quota", length, 0));

        Backfill backfill = new Backfill(
                        budget, new Platforms.Windows(limit, length), Duration.ofMillis(latencyMillis), seed)
                .losing(lost)
                .run(readers, length.multipliedBy(20));

        assertThat(backfill.refused()).isZero();
    }

    @Property(tries = 150)
    void neverOverdrawsPoints(
            @ForAll @IntRange(min = 1000, max = 20000) int capacity,
            @ForAll @IntRange(min = 1, max = 1000) int requested,
            @ForAll @DoubleRange(min = 0.1, max = 1) double actualShare,
            @ForAll @DoubleRange(min = 0, max = 0.5) double reserve,
            @ForAll @IntRange(min = 1, max = 8) int readers,
            @ForAll @IntRange(min = 1, max = 3000) int latencyMillis,
            @ForAll long seed) {
        Backfill backfill = new Backfill(
                        points(reserve, 100),
                        new Platforms.Points(capacity, capacity / 20.0, requested, requested * actualShare),
                        Duration.ofMillis(latencyMillis),
                        seed)
                .run(readers, Duration.ofMinutes(5));

        assertThat(backfill.refused()).isZero();
    }

    @Property(tries = 50)
    void usesPointsAsFastAsTheyRefill(
            @ForAll @IntRange(min = 2000, max = 20000) int capacity,
            @ForAll @IntRange(min = 20, max = 300) int requested,
            @ForAll @DoubleRange(min = 0, max = 0.5) double reserve,
            @ForAll @IntRange(min = 1, max = 100) int latencyMillis,
            @ForAll long seed) {
        double rate = capacity / 20.0;
        // As many readers as can outrun the refill at twice the longest round trip.
        int readers = 1 + (int) Math.ceil(rate / requested * 4 * latencyMillis / 1000.0);
        Duration length = Duration.ofMinutes(30);

        Backfill backfill = new Backfill(
                        points(reserve, 100),
                        new Platforms.Points(capacity, rate, requested, requested),
                        Duration.ofMillis(latencyMillis),
                        seed)
                .run(readers, length);

        assertThat((double) backfill.answered() * requested).isGreaterThan(rate * length.toSeconds() * ALMOST_ALL);
    }

    @Property(tries = 100)
    void neverOverflowsALeakyBucket(
            @ForAll @IntRange(min = 1, max = 200) int capacity,
            @ForAll @IntRange(min = 1, max = 20) int leak,
            @ForAll @DoubleRange(min = 0, max = 0.5) double reserve,
            @ForAll @IntRange(min = 1, max = 8) int readers,
            @ForAll @IntRange(min = 1, max = 3000) int latencyMillis,
            @ForAll long seed) {
        Backfill backfill = new Backfill(
                        leaky(leak, reserve),
                        new Platforms.Leaky(capacity, leak),
                        Duration.ofMillis(latencyMillis),
                        seed)
                .run(readers, Duration.ofMinutes(5));

        assertThat(backfill.refused()).isZero();
    }

    /** A bucket that holds what leaks in ten seconds or more, as those of the platforms do. */
    @Property(tries = 50)
    void usesALeakyBucketAsFastAsItLeaks(
            @ForAll @IntRange(min = 50, max = 200) int capacity,
            @ForAll @IntRange(min = 1, max = 5) int leak,
            @ForAll @DoubleRange(min = 0, max = 0.5) double reserve,
            @ForAll @IntRange(min = 4, max = 8) int readers,
            @ForAll @IntRange(min = 1, max = 200) int latencyMillis,
            @ForAll long seed) {
        Duration length = Duration.ofMinutes(15);

        Backfill backfill = new Backfill(
                        leaky(leak, reserve),
                        new Platforms.Leaky(capacity, leak),
                        Duration.ofMillis(latencyMillis),
                        seed)
                .run(readers, length);

        assertThat((double) backfill.answered()).isGreaterThan(leak * length.toSeconds() * ALMOST_ALL);
    }

    @Property(tries = 100)
    void keepsAFixedRateAndUsesIt(
            @ForAll @IntRange(min = 1, max = 50) int calls,
            @ForAll @DoubleRange(min = 0, max = 0.5) double reserve,
            @ForAll @IntRange(min = 1, max = 8) int readers,
            @ForAll @IntRange(min = 1, max = 50) int latencyMillis,
            @ForAll long seed) {
        Duration per = Duration.ofSeconds(10);
        QuotaBudget budget = QuotaBudget.of(new QuotaSpec.FixedRate(calls, per, reserve));

        Backfill backfill = new Backfill(
                        budget, new Platforms.Sliding(calls, per), Duration.ofMillis(latencyMillis), seed)
                .run(readers, per.multipliedBy(100));

        assertThat(backfill.refused()).isZero();
        int forReads = calls - (int) (calls * reserve);
        assertThat((double) backfill.answered()).isGreaterThan(100 * forReads * ALMOST_ALL);
    }

    @Property(tries = 100)
    void keepsAWindowOfWhichNobodyTellsTheEndAndUsesIt(
            @ForAll @IntRange(min = 50, max = 1000) int limit,
            @ForAll @DoubleRange(min = 0, max = 0.5) double reserve,
            @ForAll @IntRange(min = 1, max = 8) int readers,
            @ForAll @IntRange(min = 1, max = 50) int latencyMillis,
            @ForAll long seed) {
        Duration length = Duration.ofSeconds(30);
        QuotaBudget budget = QuotaBudget.of(new QuotaSpec.FixedWindow("X-Left", "X-Quota", length, reserve));

        Backfill backfill = new Backfill(
                        budget, new Platforms.Windows(limit, length), Duration.ofMillis(latencyMillis), seed)
                .run(readers, length.multipliedBy(20));

        assertThat(backfill.refused()).isZero();
        int forReads = limit - (int) (limit * reserve);
        double possible = Math.min(forReads, readers * length.toMillis() / (2.0 * latencyMillis + 1));
        assertThat((double) backfill.answered()).isGreaterThan(19 * possible * ALMOST_ALL);
    }

    @Property(tries = 100)
    void letsWritesThroughWhereReadsAreHeld(
            @ForAll @IntRange(min = 10, max = 500) int limit,
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double reserve) {
        QuotaGate gate = new QuotaGate(windows(reserve));
        Platforms.Windows platform = new Platforms.Windows(limit, Duration.ofSeconds(30));
        Instant now = Backfill.START;

        int reads = 0;
        while (pass(gate, platform, false, now)) {
            reads++;
        }
        int writes = 0;
        while (pass(gate, platform, true, now)) {
            writes++;
        }

        assertThat(writes).isEqualTo((int) (limit * reserve));
        assertThat(reads + writes).isEqualTo(limit);
    }

    private static boolean pass(QuotaGate gate, Backfill.Platform platform, boolean write, Instant now) {
        if (gate.tryEnter(new QuotaBudget.Call("x", write), now) instanceof QuotaGate.Admitted admitted) {
            gate.answered(admitted.ticket(), platform.arrive(now), now);
            return true;
        }
        return false;
    }

    private static QuotaBudget windows(double reserve) {
        return QuotaBudget.of(new QuotaSpec.WindowHeaders(
                "X-Left", "X-Quota", "X-Reset-Ms", QuotaSpec.ResetUnit.MILLISECONDS, reserve));
    }

    private static QuotaBudget leaky(double leak, double reserve) {
        return QuotaBudget.of(new QuotaSpec.LeakyBucketHeader("X-Bucket", leak, reserve));
    }

    private static QuotaBudget points(double reserve, double initialCost) {
        return QuotaBudget.of(new QuotaSpec.GraphqlCost(initialCost, reserve));
    }
}
