package io.unifiedcommerce.interaction.collect;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often each client may ask: so many requests a second on average, and more at once after a pause. Remembers the clients
 * that asked last; one that is forgotten starts anew. Safe for use by several threads.
 */
public final class RateLimit {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final int perSecond;
    private final int burst;
    private final LongSupplier nanoTime;
    private final Map<IpAddress, Bucket> buckets;

    private static final class Bucket {
        private double tokens;
        private long at;
    }

    /**
     * @param perSecond 0 for no limit
     * @param burst most requests at once
     * @param mostClients how many are remembered
     * @param nanoTime a clock that never goes back, in nanoseconds
     */
    public RateLimit(int perSecond, int burst, int mostClients, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanoTime = nanoTime;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<IpAddress, Bucket> eldest) {
                return size() > mostClients;
            }
        };
    }

    /** Counts a request; gives how long the client must wait, or zero when it may ask now. */
    Duration ask(IpAddress client) {
        if (perSecond == 0) {
            return Duration.ZERO;
        }
        synchronized (buckets) {
            long now = nanoTime.getAsLong();
            Bucket bucket = buckets.get(client);
            if (bucket == null) {
                bucket = new Bucket();
                bucket.tokens = burst;
                buckets.put(client, bucket);
            } else {
                bucket.tokens = Math.min(burst, bucket.tokens + (now - bucket.at) * (double) perSecond / SECOND);
            }
            bucket.at = now;
            if (bucket.tokens >= 1) {
                bucket.tokens--;
                return Duration.ZERO;
            }
            return Duration.ofNanos((long) Math.ceil((1 - bucket.tokens) * SECOND / perSecond));
        }
    }
}
