package io.unifiedcommerce.benchmarks;

import io.unifiedcommerce.channel.folder.ChannelFolders;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.QuotaSpec;
import io.unifiedcommerce.channel.quota.QuotaBudget;
import io.unifiedcommerce.tck.conformance.simulation.PageSize;
import io.unifiedcommerce.tck.conformance.simulation.QuotaRun;
import io.unifiedcommerce.tck.conformance.simulation.SimulatedLimit;
import java.time.Duration;

/**
 * How much of a platform's allowance a backfill of orders uses, and how often it is refused: the budget of the channel's own
 * manifest against a platform that keeps its published limit, in simulated time.
 */
public final class QuotaUse {
    private static final Duration LONGEST_WAY = Duration.ofMillis(400);

    /** Points that the conformance kit takes for a page of orders. */
    private static final double COST = 95;

    private QuotaUse() {}

    /** Argument: how many orders. */
    public static void main(String[] arguments) {
        int orders = Integer.parseInt(arguments[0]);
        ChannelFolders folders = ChannelFolders.builtIn();
        ApiManifest shopify = manifest(folders, "shopify");
        for (int rate : new int[] {100, 1000}) {
            run(shopify, orders, rate + " points/s", new SimulatedLimit.Points(rate * 20.0, rate, COST));
        }
        ApiManifest bigcommerce = manifest(folders, "bigcommerce");
        QuotaSpec.WindowHeaders windows = (QuotaSpec.WindowHeaders) bigcommerce.quota();
        for (int calls : new int[] {150, 450}) {
            run(
                    bigcommerce,
                    orders,
                    calls + " calls in 30 s",
                    new SimulatedLimit.Windows(windows, calls, Duration.ofSeconds(30)));
        }
    }

    private static ApiManifest manifest(ChannelFolders folders, String channel) {
        return (ApiManifest) folders.named(channel).manifest();
    }

    private static void run(ApiManifest manifest, int orders, String name, SimulatedLimit limit) {
        int page = PageSize.of(manifest.streams().get("orders").read().paging()).orElseThrow();
        int calls = (orders + page - 1) / page;
        double reserve = manifest.quota() instanceof QuotaSpec.WindowHeaders windows ? windows.reserve() : 0;
        double callsPerSecond = limit.allowed(Duration.ofHours(1)) / 3600 * (1 - reserve);
        Duration length = Duration.ofSeconds((long) Math.ceil(calls / callsPerSecond));
        // As many readers as can outrun the limit at twice the longest round trip.
        int readers = 4 + (int) Math.ceil(limit.allowed(LONGEST_WAY.multipliedBy(4)));
        QuotaRun run = new QuotaRun(QuotaBudget.of(manifest.quota()), limit, LONGEST_WAY, 1).run(readers, length);
        double allowed = limit.allowed(length);
        System.out.printf(
                "%s, %s, %d readers: %d pages of %d orders in %s; used %.1f %% of the allowance, %.1f %% of what writes leave; refused"
                        + " %d calls, %.3f %%%n",
                manifest.channel(),
                name,
                readers,
                run.answered(),
                page,
                length,
                100 * run.answered() / allowed,
                100 * run.answered() / (allowed * (1 - reserve)),
                run.refused(),
                100.0 * run.refused() / (run.answered() + run.refused()));
    }
}
