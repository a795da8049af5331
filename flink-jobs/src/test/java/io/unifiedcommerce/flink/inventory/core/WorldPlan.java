package io.unifiedcommerce.flink.inventory.core;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What a generated world is like.
 *
 * @param clockSkew largest error of a channel's clock, in ms
 * @param clockJitter largest error of a time stamp made by a channel, in ms
 * @param lostLevels share of level webhooks that never arrive
 * @param unknownAnswers share of pushes whose outcome the sink does not know
 * @param edits true when people edit the channels' figures by hand
 */
record WorldPlan(
        long seed,
        int steps,
        LedgerConfig config,
        long clockSkew,
        long clockJitter,
        double lostLevels,
        double unknownAnswers,
        boolean edits) {

    static final String HUB = "hub";
    static final String TILL = "till-1";
    static final String ERP = "erp-1";

    /** Exact clocks, nobody edits: the ledger must be exact at every moment at which everything has arrived. */
    static WorldPlan exact(long seed, int steps) {
        Random random = new Random(seed);
        return new WorldPlan(seed, steps, config(random, 0), 0, 0, 0.2, 0.1, false);
    }

    /** Everything that can go wrong does. */
    static WorldPlan rough(long seed, int steps) {
        Random random = new Random(seed);
        return new WorldPlan(
                seed, steps, config(random, 5_000), random.nextInt(3) == 0 ? 300_000 : 0, 2_000, 0.2, 0.1, true);
    }

    /** The same, but the sink always knows whether it wrote. */
    WorldPlan whoseSinkKnows() {
        return new WorldPlan(seed, steps, config, clockSkew, clockJitter, lostLevels, 0, edits);
    }

    private static LedgerConfig config(Random random, long clockTolerance) {
        Map<String, StockLocation> locations = new TreeMap<>();
        List<StockLocation> kinds = List.of(
                new StockLocation("store", TILL, Measured.ON_HAND, random.nextInt(2)),
                new StockLocation("warehouse", ERP, random.nextBoolean() ? Measured.ON_HAND : Measured.AVAILABLE, 0),
                new StockLocation("attic", HUB, random.nextBoolean() ? Measured.ON_HAND : Measured.AVAILABLE, 1));
        for (StockLocation location : kinds) {
            if (random.nextInt(3) > 0) {
                locations.put(location.id(), location);
            }
        }
        if (locations.isEmpty()) {
            locations.put("store", kinds.get(0));
        }
        Map<String, SellingChannel> channels = new TreeMap<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            channels.put("shop-" + i, channel("shop-" + i, locations, random));
        }
        Timing timing = new Timing(200, 60_000, 30_000, 86_400_000, 30L * 86_400_000, clockTolerance);
        long lastUnits = channels.values().stream().anyMatch(SellingChannel::priority) ? random.nextInt(3) : 0;
        return new LedgerConfig(HUB, locations, channels, Map.of(), Map.of(), lastUnits, timing);
    }

    private static SellingChannel channel(String instance, Map<String, StockLocation> locations, Random random) {
        List<String> sells = new ArrayList<>(locations.keySet());
        while (sells.size() > 1 && random.nextBoolean()) {
            sells.remove(random.nextInt(sells.size()));
        }
        return new SellingChannel(
                instance,
                sells,
                new PushPoint("main", PushMode.values()[random.nextInt(3)]),
                random.nextInt(3),
                random.nextInt(3) == 0 ? new BigDecimal("0.5") : BigDecimal.ONE,
                random.nextInt(3) == 0 ? 6 : Long.MAX_VALUE,
                Policy.ENFORCE,
                random.nextBoolean());
    }
}
