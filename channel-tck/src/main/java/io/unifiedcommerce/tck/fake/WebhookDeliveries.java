package io.unifiedcommerce.tck.fake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last attempts to deliver, and the counts of all. Thread safe. */
final class WebhookDeliveries {
    private static final int KEPT = 2_000;

    private final Deque<WebhookDelivery> kept = new ArrayDeque<>();
    private long acknowledged;
    private long refused;

    /** Whether the attempt was acknowledged. */
    synchronized boolean add(WebhookDelivery delivery) {
        kept.add(delivery);
        if (kept.size() > KEPT) {
            kept.remove();
        }
        if (delivery.acknowledged()) {
            acknowledged++;
        } else {
            refused++;
        }
        return delivery.acknowledged();
    }

    synchronized List<WebhookDelivery> all() {
        return List.copyOf(kept);
    }

    synchronized long acknowledged() {
        return acknowledged;
    }

    synchronized long refused() {
        return refused;
    }
}
