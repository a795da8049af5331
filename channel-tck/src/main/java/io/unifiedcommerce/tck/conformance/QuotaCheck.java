package io.unifiedcommerce.tck.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.unifiedcommerce.channel.manifest.QuotaSpec;
import io.unifiedcommerce.channel.quota.QuotaBudget;
import io.unifiedcommerce.tck.conformance.simulation.QuotaRun;
import io.unifiedcommerce.tck.conformance.simulation.SimulatedLimit;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/**
 * A backfill never exceeds the platform's limit, and uses at least 95 % of what the reserve leaves. Stores differ in their
 * limits, so several are tried.
 */
final class QuotaCheck implements Check {
    private static final double ALMOST_ALL = 0.95;
    private static final int SEEDS = 3;
    private static final Duration LONGEST_WAY = Duration.ofMillis(60);

    @Override
    public String rule() {
        return "the quota is never exceeded and well used";
    }

    @Override
    public Stream<DynamicTest> tests(Subject subject) {
        return subject.api().stream().flatMap(api -> {
            Map<String, Supplier<SimulatedLimit>> limits = limits(api.quota());
            return limits.isEmpty()
                    ? Stream.of(dynamicTest(
                            "no limit", () -> Assumptions.abort("the manifest declares that there is no limit")))
                    : limits.entrySet().stream()
                            .map(limit -> dynamicTest(limit.getKey(), () -> check(api.quota(), limit.getValue())));
        });
    }

    private static Map<String, Supplier<SimulatedLimit>> limits(QuotaSpec spec) {
        Map<String, Supplier<SimulatedLimit>> limits = new LinkedHashMap<>();
        if (spec instanceof QuotaSpec.WindowHeaders window) {
            for (int calls : new int[] {150, 450, 2000}) {
                limits.put(
                        calls + " calls in 30 s",
                        () -> new SimulatedLimit.Windows(window, calls, Duration.ofSeconds(30)));
            }
        } else if (spec instanceof QuotaSpec.FixedWindow window) {
            for (int calls : new int[] {350, 1550}) {
                limits.put(calls + " calls in " + window.length(), () -> SimulatedLimit.Windows.without(window, calls));
            }
        } else if (spec instanceof QuotaSpec.GraphqlCost) {
            for (int rate : new int[] {100, 1000, 2000}) {
                limits.put(rate + " points a second", () -> new SimulatedLimit.Points(rate * 20.0, rate, 95));
            }
        } else if (spec instanceof QuotaSpec.LeakyBucketHeader bucket) {
            for (int capacity : new int[] {40, 80, 400}) {
                limits.put("bucket of " + capacity, () -> new SimulatedLimit.LeakyBucket(bucket, capacity));
            }
        } else if (spec instanceof QuotaSpec.FixedRate rate) {
            limits.put(
                    rate.calls() + " calls in " + rate.per(),
                    () -> new SimulatedLimit.Sliding(rate.calls(), rate.per()));
        }
        return limits;
    }

    private static void check(QuotaSpec spec, Supplier<SimulatedLimit> limit) {
        Findings findings = new Findings();
        for (int seed = 0; seed < SEEDS; seed++) {
            findings.addAll(judge(spec, limit.get(), seed).list());
        }
        findings.assertNone("A backfill does not keep to the quota as it should.");
    }

    /** What is wrong with how a budget of this specification draws on a limit. */
    static Findings judge(QuotaSpec spec, SimulatedLimit limit, long seed) {
        Duration time = Duration.ofMinutes(10);
        // As many readers as can outrun the limit at twice the longest round trip.
        int readers = 4 + (int) Math.ceil(limit.allowed(LONGEST_WAY.multipliedBy(4)));
        QuotaRun run = new QuotaRun(QuotaBudget.of(spec), limit, LONGEST_WAY, seed).run(readers, time);
        Findings findings = new Findings();
        findings.require(run.refused() == 0, "the platform refused " + run.refused() + " calls");
        double usable = limit.allowed(time) * (1 - reserve(spec)) * countable(spec);
        findings.require(
                run.answered() >= usable * ALMOST_ALL,
                "only " + run.answered() + " calls were made of " + Math.round(usable) + " that reading may use");
        findings.require(reserve(spec) < 1, "a reserve of everything leaves nothing to read by");
        return findings;
    }

    /** Where the platform tells nothing a call counts until its answer, so that windows are longer by the way there and back. */
    private static double countable(QuotaSpec spec) {
        return spec instanceof QuotaSpec.FixedRate rate
                ? (double) rate.per().toMillis()
                        / rate.per().plus(LONGEST_WAY.multipliedBy(2)).toMillis()
                : 1;
    }

    /** A bucket's reserve is a level that it does not fall below: its refill can be used whole. */
    private static double reserve(QuotaSpec spec) {
        if (spec instanceof QuotaSpec.WindowHeaders window) {
            return window.reserve();
        }
        if (spec instanceof QuotaSpec.FixedWindow window) {
            return window.reserve();
        }
        return spec instanceof QuotaSpec.FixedRate rate ? rate.reserve() : 0;
    }
}
