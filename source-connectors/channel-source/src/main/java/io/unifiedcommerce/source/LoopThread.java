package io.unifiedcommerce.source;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.connect.errors.ConnectException;

/** A daemon thread that runs a loop and keeps what ended it, for the task to tell Kafka Connect. */
final class LoopThread {
    private final ReadLoop loop;
    private final Thread thread;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    LoopThread(String name, ReadLoop loop) {
        this.loop = loop;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    private void run() {
        try {
            loop.run();
        } catch (Throwable e) {
            failure.set(e);
        }
    }

    void start() {
        thread.start();
    }

    /** @throws ConnectException with the cause, when the loop ended by a failure */
    void rethrow() {
        Throwable cause = failure.get();
        if (cause != null) {
            throw new ConnectException("Thread " + thread.getName() + " ended: " + cause.getMessage(), cause);
        }
    }

    /** Asks the loop to end, in the middle of whatever it waits for. */
    void stop() {
        loop.stop();
        thread.interrupt();
    }

    /** Waits for the end, but not longer than this. */
    void join(Duration atMost) {
        try {
            thread.join(Math.max(1, atMost.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
