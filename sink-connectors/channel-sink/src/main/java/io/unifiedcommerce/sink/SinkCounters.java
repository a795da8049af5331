package io.unifiedcommerce.sink;

import io.unifiedcommerce.channel.write.WriteOutcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What a task did and what it waits for, as numbers. Safe for use by several threads. */
final class SinkCounters {
    private final AtomicLong applied = new AtomicLong();
    private final AtomicLong conflicts = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final AtomicLong unknown = new AtomicLong();
    private final AtomicLong skipped = new AtomicLong();
    private final AtomicLong profiles = new AtomicLong();
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong outages = new AtomicLong();

    void settled(Settlement settlement) {
        if (settlement instanceof Settlement.Written written) {
            counterOf(written.outcome()).incrementAndGet();
        } else {
            skipped.incrementAndGet();
        }
    }

    void profile(WriteOutcome outcome) {
        (outcome instanceof WriteOutcome.Applied ? profiles : rejected).incrementAndGet();
    }

    /** What is waited for at the moment. */
    void waiting(int heldBack, int interruptedLanes) {
        held.set(heldBack);
        outages.set(interruptedLanes);
    }

    /** Each number with its name and meaning. */
    Map<String, Gauge> gauges(Supplier<Number> pending) {
        Map<String, Gauge> gauges = new LinkedHashMap<>();
        gauges.put("stock-applied-total", new Gauge("Stock pushes that took effect.", applied::get));
        gauges.put("stock-conflict-total", new Gauge("Stock pushes that found another number.", conflicts::get));
        gauges.put("rejected-total", new Gauge("Commands that were at fault.", rejected::get));
        gauges.put("stock-unknown-total", new Gauge("Stock pushes whose outcome is unknown.", unknown::get));
        gauges.put("stock-skipped-total", new Gauge("Stock pushes too old to be written.", skipped::get));
        gauges.put("profile-applied-total", new Gauge("Profiles written.", profiles::get));
        gauges.put("records-pending", new Gauge("Records taken and not done.", pending));
        gauges.put("blast-guard-held", new Gauge("SKUs that the blast guard holds back.", held::get));
        gauges.put(
                "writes-interrupted", new Gauge("Kinds of write that the platform does not take now.", outages::get));
        return gauges;
    }

    /** A number that can be read at any time. */
    record Gauge(String description, Supplier<Number> value) {}

    private AtomicLong counterOf(WriteOutcome outcome) {
        if (outcome instanceof WriteOutcome.Applied) {
            return applied;
        }
        if (outcome instanceof WriteOutcome.Conflict) {
            return conflicts;
        }
        return outcome instanceof WriteOutcome.Unknown ? unknown : rejected;
    }
}
