package io.unifiedcommerce.source;

import io.unifiedcommerce.channel.webhook.SubscriptionKeeper;
import io.unifiedcommerce.sourcekit.Incident;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the platform's subscriptions now and then. What fails is tried again; nothing else waits for it. */
final class SubscriptionWork implements Work {
    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionWork.class);

    private final SubscriptionKeeper keeper;
    private final BooleanSupplier ready;
    private final Consumer<List<String>> keys;
    private final SubscriptionMeter counts;
    private final Duration interval;
    private final Clock clock;
    private final Incident incident;
    private final StreamMeter meter;
    private Instant due = Instant.MIN;

    /**
     * @param ready whether notifications could be taken: a subscription without a listener would fail its first deliveries
     * @param keys takes the keys by which the platform signs
     */
    SubscriptionWork(
            SubscriptionKeeper keeper,
            BooleanSupplier ready,
            Consumer<List<String>> keys,
            SubscriptionMeter counts,
            Duration interval,
            Clock clock,
            Incident incident,
            StreamMeter meter) {
        this.keeper = keeper;
        this.ready = ready;
        this.keys = keys;
        this.counts = counts;
        this.interval = interval;
        this.clock = clock;
        this.incident = incident;
        this.meter = meter;
    }

    @Override
    public Instant due() {
        return ready.getAsBoolean() ? due : Instant.MAX;
    }

    @Override
    public void run() {
        SubscriptionKeeper.Round round = keeper.keep();
        keys.accept(round.keys());
        counts.add(round);
        if (round.changed()) {
            LOG.info("Webhook subscriptions were brought in order: {}", round);
        }
        if (round.failure() != null) {
            throw round.failure();
        }
        due = clock.instant().plus(interval);
    }

    @Override
    public Incident incident() {
        return incident;
    }

    @Override
    public StreamMeter meter() {
        return meter;
    }

    @Override
    public void close() {
        // Subscriptions stay: a task stops at every rebalance.
    }
}
