package io.unifiedcommerce.source;

import io.unifiedcommerce.channel.webhook.SubscriptionKeeper;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what was done to subscriptions. Written by one thread, read by metrics reporters. */
final class SubscriptionMeter {
    private final AtomicLong standing = new AtomicLong();
    private final AtomicLong made = new AtomicLong();
    private final AtomicLong mended = new AtomicLong();
    private final AtomicLong removed = new AtomicLong();

    void add(SubscriptionKeeper.Round round) {
        made.addAndGet(round.made());
        mended.addAndGet(round.mended());
        removed.addAndGet(round.removed());
        standing.set(round.standing());
    }

    long standing() {
        return standing.get();
    }

    long made() {
        return made.get();
    }

    long mended() {
        return mended.get();
    }

    long removed() {
        return removed.get();
    }
}
