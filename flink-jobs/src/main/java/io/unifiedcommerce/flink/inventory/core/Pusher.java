package io.unifiedcommerce.flink.inventory.core;

import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Tells channels what to show: one push at a time for each, at once when stock appears or runs out. */
final class Pusher {

    private final LedgerConfig config;
    private final SkuKey key;
    private final Sheet sheet;

    Pusher(LedgerConfig config, SkuKey key, Sheet sheet) {
        this.config = config;
        this.key = key;
        this.sheet = sheet;
    }

    /**
     * Sends what is due.
     *
     * @return when the next push is due that has to wait; {@link Sheet#NEVER} when none has
     */
    long push(Map<String, LocationStock> stock, long now, Consumer<Decision> out) {
        Targets targets = new Targets(config, sheet, stock);
        long next = Sheet.NEVER;
        for (SellingChannel channel : config.mirrors()) {
            OptionalLong target = targets.of(channel);
            Mirror mirror = sheet.mirrors.get(channel.instance());
            if (target.isPresent() && mirror == null) {
                mirror = sheet.mirror(channel.instance());
            }
            if (target.isPresent() && isWanted(mirror, channel, target.getAsLong(), now)) {
                long due = due(mirror, target.getAsLong());
                if (due <= now) {
                    send(mirror, channel, target.getAsLong(), now, out);
                } else {
                    next = Math.min(next, due);
                }
            }
        }
        return next;
    }

    /** Sends again what was not answered in time. */
    void repeat(Mirror mirror, long now, Consumer<Decision> out) {
        mirror.inFlight = mirror.inFlight.again(now, config.timing().pushTimeout());
        out.accept(mirror.inFlight.push());
    }

    private static boolean isWanted(Mirror mirror, SellingChannel channel, long target, long now) {
        Long believed = mirror.believed();
        if (mirror.inFlight != null || (believed == null ? canOnlyAdd(channel) : believed == target)) {
            return false;
        }
        return mirror.refused == null || mirror.refused != target || now >= mirror.refusedUntil;
    }

    /** A difference or a comparison needs to know what the channel shows. */
    private static boolean canOnlyAdd(SellingChannel channel) {
        return channel.push().mode() != PushMode.SET;
    }

    private long due(Mirror mirror, long target) {
        Long believed = mirror.believed();
        boolean crossesZero = believed == null || (believed > 0) != (target > 0);
        return crossesZero || mirror.pushedAt == Long.MIN_VALUE
                ? Long.MIN_VALUE
                : mirror.pushedAt + config.timing().debounce();
    }

    private void send(Mirror mirror, SellingChannel channel, long target, long now, Consumer<Decision> out) {
        PushPoint point = channel.push();
        Long believed = mirror.believed();
        Long delta = believed == null ? null : Long.valueOf(target - believed);
        sheet.version++;
        Decision.Push push = new Decision.Push(
                key.pushId(channel.instance(), sheet.version, point.mode(), delta, target),
                channel.instance(),
                point.locationId(),
                point.mode(),
                delta,
                believed,
                target,
                sheet.version,
                mirror.covers,
                now);
        mirror.inFlight = InFlight.first(push, now, config.timing().pushTimeout());
        mirror.pushedAt = now;
        mirror.covers.clear();
        sheet.channelsUnpublished = true;
        out.accept(push);
    }
}
