package io.unifiedcommerce.quickstart.stack;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** What was started, to be stopped in the reverse order. Safe for any number of threads. */
public final class Parts implements AutoCloseable {

    private final Deque<AutoCloseable> started = new ConcurrentLinkedDeque<>();

    public <T extends AutoCloseable> T add(T part) {
        started.push(part);
        return part;
    }

    /**
     * Stops all parts, also when one of them fails to stop.
     *
     * @throws StackException with the first failure
     */
    @Override
    public void close() {
        RuntimeException failure = null;
        for (AutoCloseable part = started.poll(); part != null; part = started.poll()) {
            try {
                part.close();
            } catch (Exception e) {
                failure = failure == null ? new StackException("A part did not stop cleanly", e) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
