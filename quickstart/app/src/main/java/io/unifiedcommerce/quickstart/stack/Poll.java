package io.unifiedcommerce.quickstart.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Asks again and again until a condition holds or the time is over. */
final class Poll {

    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Duration limit;

    Poll(Duration limit) {
        this.limit = limit;
    }

    /** One look; an {@link IOException} means not yet, every other exception ends the waiting. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException;
    }

    /**
     * @throws StackException when the limit has passed or the thread is interrupted
     */
    void until(String what, Condition condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        IOException last = null;
        do {
            try {
                if (condition.holds()) {
                    return;
                }
            } catch (IOException e) {
                last = e;
            }
            LockSupport.parkNanos(INTERVAL_NANOS);
            if (Thread.currentThread().isInterrupted()) {
                throw new StackException("Interrupted while waiting for " + what);
            }
        } while (System.nanoTime() < deadline);
        throw new StackException("Waited " + limit.toSeconds() + " s in vain for " + what, last);
    }
}
