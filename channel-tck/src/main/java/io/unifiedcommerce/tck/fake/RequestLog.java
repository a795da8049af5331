package io.unifiedcommerce.tck.fake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Predicate;

/**
 * The last requests with their bodies, within a budget of memory, and counts of all of them since the start or the
 * last {@link #clear()}. Thread safe.
 */
public final class RequestLog {
    private static final int STATUSES = 600;
    private static final long OVERHEAD = 512;

    private final Deque<RecordedCall> calls = new ArrayDeque<>();
    private final AtomicLong total = new AtomicLong();
    private final AtomicLongArray byStatus = new AtomicLongArray(STATUSES);
    private final long budget;
    private long bytes;

    /** @param budget bytes of bodies to keep; the oldest requests go first */
    RequestLog(long budget) {
        this.budget = budget;
    }

    /** Oldest first. */
    public List<RecordedCall> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    public List<RecordedCall> calls(Predicate<HttpCall> on) {
        return calls().stream().filter(recorded -> on.test(recorded.call())).toList();
    }

    /** All requests, also those no longer kept. */
    public long total() {
        return total.get();
    }

    /** All requests answered with this status; 0 counts cut connections. */
    public long withStatus(int status) {
        return byStatus.get(status);
    }

    public void clear() {
        synchronized (calls) {
            calls.clear();
            bytes = 0;
        }
        total.set(0);
        for (int status = 0; status < STATUSES; status++) {
            byStatus.set(status, 0);
        }
    }

    void add(RecordedCall call) {
        total.incrementAndGet();
        byStatus.incrementAndGet(call.status());
        synchronized (calls) {
            calls.add(call);
            bytes += size(call);
            while (bytes > budget) {
                bytes -= size(calls.remove());
            }
        }
    }

    private static long size(RecordedCall call) {
        return OVERHEAD + call.size();
    }
}
