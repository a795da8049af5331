package io.unifiedcommerce.source.webhook;

import java.util.concurrent.atomic.AtomicLong;

/** Counts notifications by what became of them. Safe for use by several threads. */
public final class WebhookMeter {
    private final AtomicLong stored = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong ignored = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();
    private final AtomicLong postponed = new AtomicLong();
    private final AtomicLong open = new AtomicLong();

    AtomicLong openCount() {
        return open;
    }

    void store() {
        stored.incrementAndGet();
    }

    void refuse() {
        refused.incrementAndGet();
    }

    void ignore() {
        ignored.incrementAndGet();
    }

    void misread() {
        unreadable.incrementAndGet();
    }

    void postpone() {
        postponed.incrementAndGet();
    }

    /** Answered 200: Kafka has the record. */
    public long stored() {
        return stored.get();
    }

    /** Answered 401: not genuine. */
    public long refused() {
        return refused.get();
    }

    /** Answered 202: nobody asked for the topic. */
    public long ignored() {
        return ignored.get();
    }

    /** Answered 202: genuine, but not as the manifest says. */
    public long unreadable() {
        return unreadable.get();
    }

    /** Answered 503: to be delivered again. */
    public long postponed() {
        return postponed.get();
    }

    /** Waiting for an answer. */
    public long open() {
        return open.get();
    }
}
