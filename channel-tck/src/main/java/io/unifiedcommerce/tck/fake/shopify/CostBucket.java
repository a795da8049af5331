package io.unifiedcommerce.tck.fake.shopify;

import io.unifiedcommerce.tck.fake.QuotaUse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The leaky bucket of cost points: it refills steadily and holds 20 seconds' worth. */
final class CostBucket {
    private static final int SECONDS = 20;
    private static final double NANOS = 1e9;

    private final Clock clock;
    private final double rate;
    private final double size;
    private final Instant start;
    private Instant filled;
    private double available;
    private double spent;
    private long refused;

    CostBucket(Clock clock, int rate) {
        this.clock = clock;
        this.rate = rate;
        size = (double) rate * SECONDS;
        start = clock.instant();
        filled = start;
        available = size;
    }

    /** Takes the points if all are there. */
    synchronized boolean take(double points) {
        fill();
        if (available < points) {
            refused++;
            return false;
        }
        available -= points;
        spent += points;
        return true;
    }

    /** Gives back what a call was estimated to cost but did not. */
    synchronized void refund(double points) {
        fill();
        available = Math.min(size, available + points);
        spent -= points;
    }

    synchronized Map<String, Object> status() {
        fill();
        return Map.of(
                "maximumAvailable", size, "currentlyAvailable", (long) Math.floor(available), "restoreRate", rate);
    }

    synchronized QuotaUse use() {
        double seconds = Duration.between(start, clock.instant()).toNanos() / NANOS;
        return new QuotaUse(size + seconds * rate, spent, refused);
    }

    private void fill() {
        Instant now = clock.instant();
        double seconds = Duration.between(filled, now).toNanos() / NANOS;
        available = Math.min(size, available + seconds * rate);
        filled = now;
    }
}
