package io.unifiedcommerce.tck.fake.bigcommerce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.unifiedcommerce.tck.fake.Faults;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.StockWrite;
import io.unifiedcommerce.tck.fake.StockWrites;
import io.unifiedcommerce.tck.fake.shop.Level;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Accepted adjustments on their way into the stock: applied in order, each after the write lag of its time. */
final class Adjustments implements AutoCloseable {
    /** New on-hand units (absolute) or a change of them (relative). */
    record Item(Variant variant, long locationId, long quantity) {}

    private record Batch(Instant due, List<Item> items, boolean absolute, String reason) {}

    private static final long TICK_MILLIS = 20;

    private final Deque<Batch> accepted = new ArrayDeque<>();
    private final ReentrantLock applying = new ReentrantLock();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "bigcommerce-adjustments");
        thread.setDaemon(true);
        return thread;
    });
    private final Shop shop;
    private final Faults faults;
    private final Clock clock;
    private final StockWrites writes;

    Adjustments(Shop shop, Faults faults, Clock clock, StockWrites writes) {
        this.shop = shop;
        this.faults = faults;
        this.clock = clock;
        this.writes = writes;
        ticker.scheduleWithFixedDelay(this::applyDue, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    static HttpAnswer transaction() {
        String id = UUID.randomUUID().toString();
        return HttpAnswer.json(200, JsonNodeFactory.instance.objectNode().put("transaction_id", id));
    }

    void submit(List<Item> items, boolean absolute, String reason) {
        synchronized (accepted) {
            accepted.add(new Batch(clock.instant().plus(faults.writeLag()), items, absolute, reason));
        }
        applyDue();
    }

    /** Applies what is due by the clock of the fake. */
    void applyDue() {
        applying.lock();
        try {
            for (Batch batch = nextDue(); batch != null; batch = nextDue()) {
                Batch due = batch;
                shop.stock().together(() -> {
                    due.items().forEach(item -> apply(item, due));
                    return due;
                });
            }
        } finally {
            applying.unlock();
        }
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }

    private Batch nextDue() {
        synchronized (accepted) {
            boolean due = !accepted.isEmpty() && !accepted.peek().due().isAfter(clock.instant());
            return due ? accepted.poll() : null;
        }
    }

    private void apply(Item item, Batch batch) {
        long itemId = item.variant().itemId();
        if (shop.catalogue().byItem(itemId).isEmpty()) {
            return;
        }
        Optional<Level> stocked = shop.stock().level(itemId, item.locationId());
        long before =
                stocked.map(level -> level.available() + level.safetyStock()).orElse(0L);
        long after = batch.absolute() ? item.quantity() : before + item.quantity();
        if (stocked.isEmpty()) {
            shop.stock().open(itemId, item.locationId(), after);
        } else {
            shop.stock()
                    .change(
                            itemId,
                            item.locationId(),
                            level -> level.holding(after - level.safetyStock(), level.committed()));
        }
        writes.add(new StockWrite(
                clock.instant(),
                item.variant().sku(),
                item.locationId(),
                "total_inventory_onhand",
                before,
                after,
                batch.reason()));
    }
}
