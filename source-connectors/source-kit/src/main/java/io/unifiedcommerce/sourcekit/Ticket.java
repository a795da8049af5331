package io.unifiedcommerce.sourcekit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/** One request that waits for its answer; answered once, by whatever comes first. Safe for use by several threads. */
public final class Ticket {
    private final AtomicBoolean answered = new AtomicBoolean();
    private final AtomicReference<Scheduler.Task> expiry = new AtomicReference<>();
    private final Consumer<Outcome> answer;

    /** How a request is answered. */
    public enum Outcome {
        /** Kafka has what it brought. */
        STORED,
        /** It took too long, or there is no room; the sender tries again. */
        AGAIN
    }

    /** @param answer called once, on whichever thread closes the ticket */
    public Ticket(Consumer<Outcome> answer) {
        this.answer = answer;
    }

    /** Closes itself as {@link Outcome#AGAIN} after a while; no thread waits for that. */
    public void expireAfter(Duration patience, Request request) {
        Scheduler scheduler = request.getConnectionMetaData().getConnector().getScheduler();
        expiry.set(scheduler.schedule(() -> close(Outcome.AGAIN), patience.toMillis(), TimeUnit.MILLISECONDS));
        if (answered.get()) {
            expiry.get().cancel();
        }
    }

    /** Answers, unless that was done. */
    public void close(Outcome outcome) {
        if (answered.compareAndSet(false, true)) {
            Scheduler.Task waiting = expiry.get();
            if (waiting != null) {
                // Otherwise it would hold on to the request until its time comes.
                waiting.cancel();
            }
            answer.accept(outcome);
        }
    }
}
