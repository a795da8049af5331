package io.unifiedcommerce.channel.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting, of one client; tests put a fake clock in its place. Safe for use by several threads. */
public interface Pause {

    /**
     * Waits.
     *
     * @return whether the time has passed; false when {@link #end()} came first
     */
    boolean await(Duration time) throws InterruptedException;

    /** Ends all waits, present and future, at once. */
    void end();

    /** Waits in real time. */
    static Pause real() {
        CountDownLatch ended = new CountDownLatch(1);
        return new Pause() {
            @Override
            public boolean await(Duration time) throws InterruptedException {
                return !ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
            }

            @Override
            public void end() {
                ended.countDown();
            }
        };
    }
}
