package io.unifiedcommerce.flink.inventory.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Publishes changed positions: those that appear or run out at once, the others together after the debounce time. By then
 * the channels have mostly answered, which would be a position of its own.
 */
final class Publisher {

    private final LedgerConfig config;
    private final Sheet sheet;
    private boolean isAwake;

    Publisher(LedgerConfig config, Sheet sheet) {
        this.config = config;
        this.sheet = sheet;
    }

    /** The time asked for has come. */
    void wake() {
        isAwake = true;
    }

    /**
     * Publishes what is due.
     *
     * @return when the rest is due; {@link Sheet#NEVER} when there is no rest
     */
    long publish(Map<String, LocationStock> stock, long now, Consumer<Decision> out) {
        if (stock.isEmpty() || (sheet.unpublished.isEmpty() && !sheet.channelsUnpublished)) {
            return Sheet.NEVER;
        }
        boolean isUrgent = isAwake || sheet.publishedAt == Long.MIN_VALUE || crossesZero(stock);
        long due = isUrgent ? now : now + config.timing().debounce();
        if (due > now) {
            return due;
        }
        for (String location : sheet.unpublished) {
            LocationStock there = stock.get(location);
            if (there != null) {
                out.accept(position(location, there, now));
                sheet.published.put(location, there.available());
            }
        }
        out.accept(total(stock, now));
        sheet.unpublished.clear();
        sheet.channelsUnpublished = false;
        sheet.publishedAt = now;
        return Sheet.NEVER;
    }

    private boolean crossesZero(Map<String, LocationStock> stock) {
        return sheet.unpublished.stream().anyMatch(location -> {
            Long before = sheet.published.get(location);
            LocationStock there = stock.get(location);
            return there != null && (before == null || (before > 0) != (there.available() > 0));
        });
    }

    private Decision.Position position(String location, LocationStock stock, long now) {
        return new Decision.Position(
                location,
                stock.onHand(),
                stock.committed(),
                stock.reserved(),
                stock.safetyStock(),
                stock.available(),
                stock.anchorAsOf(),
                sheet.version,
                sheet.drift,
                List.of(),
                now);
    }

    private Decision.Position total(Map<String, LocationStock> stock, long now) {
        long available = 0;
        long committed = 0;
        long reserved = 0;
        long safetyStock = 0;
        for (LocationStock there : stock.values()) {
            available += there.available();
            committed += there.committed();
            reserved += there.reserved();
            safetyStock += there.safetyStock();
        }
        return new Decision.Position(
                null,
                available + committed + reserved + safetyStock,
                committed,
                reserved,
                safetyStock,
                available,
                null,
                sheet.version,
                sheet.drift,
                channels(stock),
                now);
    }

    private List<Decision.ChannelPosition> channels(Map<String, LocationStock> stock) {
        Targets targets = new Targets(config, sheet, stock);
        List<Decision.ChannelPosition> channels = new ArrayList<>();
        for (SellingChannel channel : config.mirrors()) {
            OptionalLong target = targets.of(channel);
            if (target.isPresent()) {
                Mirror mirror = sheet.mirror(channel.instance());
                Long inFlight = mirror.inFlight == null
                        ? null
                        : Long.valueOf(mirror.inFlight.push().target());
                channels.add(new Decision.ChannelPosition(
                        channel.instance(), target.getAsLong(), mirror.shadow, mirror.hold(), inFlight));
            }
        }
        return channels;
    }
}
