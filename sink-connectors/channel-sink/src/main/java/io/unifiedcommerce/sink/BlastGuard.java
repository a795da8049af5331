package io.unifiedcommerce.sink;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds back pushes that would leave an improbable share of the SKUs without stock, as a broken feed upstream does. Once it
 * holds one, it holds every push to zero until none is held any more: because an operator confirmed, newer pushes bring stock
 * again, or they expired. Other pushes pass at all times. Used by one thread.
 */
final class BlastGuard {
    private static final Logger LOG = LoggerFactory.getLogger(BlastGuard.class);
    private static final Duration REMINDER = Duration.ofMinutes(10);

    private final Limits limits;
    private final String instance;
    private final BlastToken confirmed;
    private final Map<String, Instant> commanded = new LinkedHashMap<>();
    private final Map<String, Instant> zeroed = new LinkedHashMap<>();
    private Instant newestHeld;
    private Instant lastWarning;
    private boolean holding;

    /**
     * When to hold.
     *
     * @param maxZeroRatio largest share of the SKUs written within the window that may go to zero, 0 to 1
     * @param minSkus number of SKUs going to zero from which on the share counts
     */
    record Limits(double maxZeroRatio, Duration window, int minSkus) {}

    /** @param confirmed what an operator let pass; null for nothing */
    BlastGuard(Limits limits, String instance, BlastToken confirmed) {
        this.limits = limits;
        this.instance = instance;
        this.confirmed = confirmed;
    }

    /** Whether the push must wait; counts it otherwise. */
    boolean holds(StockPush push, Instant now) {
        String sku = push.command().sku();
        forgetBefore(now.minus(limits.window()));
        note(commanded, sku, now);
        if (!push.takesToZero() || isConfirmed(push)) {
            return false;
        }
        int zeros = zeroed.size() + (zeroed.containsKey(sku) ? 0 : 1);
        if (holding || zeros >= limits.minSkus() && zeros > limits.maxZeroRatio() * commanded.size()) {
            holding = true;
            Instant occurred = push.target().getEnvelope().getOccurredAt();
            newestHeld = newestHeld == null || occurred.isAfter(newestHeld) ? occurred : newestHeld;
            return true;
        }
        note(zeroed, sku, now);
        return false;
    }

    /** Told after each round how many pushes are held. */
    void held(int count, Instant now) {
        if (count == 0) {
            if (holding) {
                LOG.info("{}: no push to zero is held back any more", instance);
            }
            holding = false;
            newestHeld = null;
            lastWarning = null;
        } else if (lastWarning == null || now.isAfter(lastWarning.plus(REMINDER))) {
            lastWarning = now;
            LOG.warn(
                    "{}: {} SKUs are about to go to zero stock, more than {} of those written within {}; they are held"
                            + " back. If that is right, set {}={}; else correct the feed, and newer levels take their place.",
                    instance,
                    count,
                    limits.maxZeroRatio(),
                    limits.window(),
                    SinkKeys.BLAST_CONFIRM,
                    BlastToken.upTo(newestHeld, instance));
        }
    }

    private boolean isConfirmed(StockPush push) {
        return confirmed != null && !push.target().getEnvelope().getOccurredAt().isAfter(confirmed.upTo());
    }

    private void forgetBefore(Instant start) {
        for (Map<String, Instant> seen : List.of(commanded, zeroed)) {
            Iterator<Instant> times = seen.values().iterator();
            while (times.hasNext() && times.next().isBefore(start)) {
                times.remove();
            }
        }
    }

    /** Moves the SKU to the end, so that the map is ordered by time. */
    private static void note(Map<String, Instant> seen, String sku, Instant now) {
        seen.remove(sku);
        seen.put(sku, now);
    }
}
