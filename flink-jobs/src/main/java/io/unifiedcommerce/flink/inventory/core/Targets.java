package io.unifiedcommerce.flink.inventory.core;

import java.util.Map;
import java.util.OptionalLong;

/** What each channel shall show, given the stock and what is held back for sales on their way. */
final class Targets {

    private final LedgerConfig config;
    private final Sheet sheet;
    private final Map<String, LocationStock> stock;

    Targets(LedgerConfig config, Sheet sheet, Map<String, LocationStock> stock) {
        this.config = config;
        this.sheet = sheet;
        this.stock = stock;
    }

    /** Units {@code channel} shall show; empty when none of its locations was ever counted. */
    OptionalLong of(SellingChannel channel) {
        long pool = 0;
        boolean counted = false;
        for (String location : channel.sells()) {
            LocationStock there = stock.get(location);
            if (there != null) {
                pool += there.available();
                counted = true;
            }
        }
        if (!counted) {
            return OptionalLong.empty();
        }
        pool -= held(channel);
        return OptionalLong.of(pool < config.lastUnits() && !channel.priority() ? 0 : channel.offer(pool));
    }

    /** Units sold somewhere out of the channel's pool whose orders have not come. */
    private long held(SellingChannel channel) {
        long held = 0;
        for (Mirror mirror : sheet.mirrors.values()) {
            long hold = mirror.hold();
            if (hold > 0
                    && config.mirror(mirror.channel)
                            .filter(channel::sharesPoolWith)
                            .isPresent()) {
                held += hold;
            }
        }
        return held;
    }
}
