package io.unifiedcommerce.source.webhook;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One notification that waits for its answer; answered once, by whatever comes first. Safe for use by several threads. */
public final class Ticket {
    private final AtomicBoolean answered = new AtomicBoolean();
    private final Consumer<Outcome> answer;

    /** How a notification is answered. */
    public enum Outcome {
        /** Kafka has what it tells. */
        STORED,
        /** It took too long, or there is no room; the platform delivers again. */
        AGAIN
    }

    Ticket(Consumer<Outcome> answer) {
        this.answer = answer;
    }

    /** Answers, unless that was done. */
    public void close(Outcome outcome) {
        if (answered.compareAndSet(false, true)) {
            answer.accept(outcome);
        }
    }
}
