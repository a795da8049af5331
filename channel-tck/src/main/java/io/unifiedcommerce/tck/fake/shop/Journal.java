package io.unifiedcommerce.tck.fake.shop;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One write at a time over the whole shop, and the listeners who hear of it in the order in which it happened. */
final class Journal {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<ShopChange>> listeners = new CopyOnWriteArrayList<>();
    private final Clock clock;

    Journal(Clock clock) {
        this.clock = clock;
    }

    /** Whole seconds: no platform keeps finer times, and ties are what a cursor has to survive. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    <R> R write(Supplier<R> change) {
        lock.lock();
        try {
            return change.get();
        } finally {
            lock.unlock();
        }
    }

    void publish(ShopChange change) {
        listeners.forEach(listener -> listener.accept(change));
    }

    void subscribe(Consumer<ShopChange> listener) {
        listeners.add(listener);
    }
}
