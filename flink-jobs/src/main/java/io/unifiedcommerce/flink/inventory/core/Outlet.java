package io.unifiedcommerce.flink.inventory.core;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Sends out what a change of stock or of a channel calls for, and asks to be woken for the rest. */
final class Outlet {

    private final LedgerConfig config;
    private final Sheet sheet;
    private final MirrorDesk mirrors;
    private final Pusher pusher;
    private final Publisher publisher;

    Outlet(LedgerConfig config, SkuKey key, Sheet sheet, MirrorDesk mirrors) {
        this.config = config;
        this.sheet = sheet;
        this.mirrors = mirrors;
        this.pusher = new Pusher(config, key, sheet);
        this.publisher = new Publisher(config, key, sheet);
    }

    /**
     * Notes which locations changed; a change is a new version.
     *
     * @return true when there is a change
     */
    boolean note(Map<String, LocationStock> before, Map<String, LocationStock> after) {
        boolean changed = false;
        for (Map.Entry<String, LocationStock> there : after.entrySet()) {
            if (!Objects.equals(there.getValue(), before.get(there.getKey()))) {
                sheet.unpublished.add(there.getKey());
                changed = true;
            }
        }
        if (changed) {
            sheet.version++;
        }
        return changed;
    }

    /** Sends pushes again that were not answered in time. */
    void wake(long now, Consumer<Decision> out) {
        if (sheet.wakeAt <= now) {
            sheet.wakeAt = Sheet.NEVER;
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
