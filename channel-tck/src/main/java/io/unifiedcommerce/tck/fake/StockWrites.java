package io.unifiedcommerce.tck.fake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The last stock levels written through the API, oldest first, and the count of all. Thread safe. */
public final class StockWrites {
    private static final int KEPT = 20_000;

    private final Deque<StockWrite> writes = new ArrayDeque<>();
    private final AtomicLong total = new AtomicLong();

    /** Noted by a fake when a write takes effect. */
    public void add(StockWrite write) {
        total.incrementAndGet();
        synchronized (writes) {
            writes.add(write);
            if (writes.size() > KEPT) {
                writes.remove();
            }
        }
    }

    public List<StockWrite> all() {
        synchronized (writes) {
            return List.copyOf(writes);
        }
    }

    public long total() {
        return total.get();
    }
}
