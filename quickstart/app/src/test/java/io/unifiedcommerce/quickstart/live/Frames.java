package io.unifiedcommerce.quickstart.live;

import io.unifiedcommerce.quickstart.proof.StockComparison;
import io.unifiedcommerce.quickstart.scenario.Channels;
import io.unifiedcommerce.quickstart.scenario.Played;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Looks at a loop for tests. */
final class Frames {

    private Frames() {}

    static Frame at(int seconds, Phase phase, String... notes) {
        StockComparison stock =
                new StockComparison(Channels.SHOP_DE, 1818, Map.of("85123A", new StockComparison.Difference(5L, 3L)));
        return new Frame(
                phase,
                Duration.ofSeconds(seconds),
                new Played(100, 90, 1620, 4, 8, 60, 9),
                400,
                List.of(
                        new Stage("unified events", "events", 12_345, 210.04, OptionalLong.empty()),
                        new Stage("ledger positions", "positions", 2_000, 98.96, OptionalLong.of(1_234))),
                List.of(new ChannelRow(stock, "source RUNNING, sink RUNNING")),
                0,
                List.of(notes));
    }
}
