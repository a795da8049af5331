package io.unifiedcommerce.flink.inventory.core;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Sends out what a change of stock or of a channel calls for, and asks to be woken for the rest. */
final class Outlet {

    private final LedgerConfig config;
    private final SkuKey key;
    private final Sheet sheet;
    private final MirrorDesk mirrors;
    private final Pusher pusher;
    private final Publisher publisher;

    Outlet(LedgerConfig config, SkuKey key, Sheet sheet, MirrorDesk mirrors) {
        this.config = config;
        this.key = key;
        this.sheet = sheet;
        this.mirrors = mirrors;
        this.pusher = new Pusher(config, key, sheet);
        this.publisher = new Publisher(config, sheet);
    }

    /**
     * Notes which locations changed; a change is a new version, and the bundles that the SKU is a part of learn of it.
     *
     * @return true when there is a change
     */
    boolean note(Map<String, LocationStock> before, Map<String, LocationStock> after, Consumer<Decision> out) {
        List<String> changed = after.keySet().stream()
                .filter(location -> !after.get(location).equals(before.get(location)))
                .toList();
        if (changed.isEmpty()) {
            return false;
        }
        sheet.version++;
        sheet.unpublished.addAll(changed);
        sheet.kits.forEach(kit -> changed.forEach(
                location -> feed(kit, location, after.get(location).available(), out)));
        return true;
    }

    /** Tells a bundle how much there is of this part. */
    void feed(String kit, String location, long available, Consumer<Decision> out) {
        out.accept(new Decision.Feed(kit, new Fact.ComponentStock(key.sku(), location, available, sheet.version)));
    }

    /** Sends pushes again that were not answered in time. */
    void wake(long now, Consumer<Decision> out) {
        if (sheet.wakeAt <= now) {
            sheet.wakeAt = Sheet.NEVER;
            publisher.wake();
        }
        for (Mirror mirror : sheet.mirrors.values()) {
            if (mirror.inFlight != null
                    && mirror.inFlight.retryAt() <= now
                    && config.mirror(mirror.channel).isPresent()) {
                pusher.repeat(mirror, now, out);
            }
        }
    }

    /** @param ownDue when the stock itself needs attention next */
    void send(Map<String, LocationStock> stock, long ownDue, long now, Consumer<Decision> out) {
        long due = Math.min(ownDue, pusher.push(stock, now, out));
        due = Math.min(due, publisher.publish(stock, now, out));
        due = Math.min(due, mirrors.nextDue(now));
        if (due < sheet.wakeAt) {
            sheet.wakeAt = due;
            out.accept(new Decision.SetTimer(due));
        }
    }
}
