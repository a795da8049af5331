package io.unifiedcommerce.channel.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

/** Readers that call a simulated platform as fast as a budget lets them, in simulated time. */
final class Backfill {
    static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private final QuotaGate gate;
    private final Platform platform;
    private final Random random;
    private final Duration maxLatency;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
    private long scheduled;
    private int answered;
    private int refused;
    private double lossy;

    /** Answers a call that arrives. */
    interface Platform {
        QuotaBudget.Reply arrive(Instant now);
    }

    private record Event(Instant at, long number, Runnable action) {}

    /** @param maxLatency longest way of a request, and of an answer */
    Backfill(QuotaBudget budget, Platform platform, Duration maxLatency, long seed) {
        this.gate = new QuotaGate(budget);
        this.platform = platform;
        this.maxLatency = maxLatency;
        this.random = new Random(seed);
    }

    /** @param share of the answers that never come, though the platform counted their calls */
    Backfill losing(double share) {
        lossy = share;
        return this;
    }

    Backfill run(int readers, Duration length) {
        for (int i = 0; i < readers; i++) {
            schedule(START, () -> call(START));
        }
        Instant end = START.plus(length);
        while (events.peek().at().isBefore(end)) {
            events.poll().action().run();
        }
        return this;
    }

    int answered() {
        return answered;
    }

    int refused() {
        return refused;
    }

    private void call(Instant now) {
        QuotaGate.Admission admission = gate.tryEnter(new QuotaBudget.Call("orders", false), now);
        if (admission instanceof QuotaGate.Wait wait) {
            Instant again = now.plus(wait.time());
            schedule(again, () -> call(again));
        } else if (admission instanceof QuotaGate.Admitted admitted) {
            Instant arrival = now.plus(latency());
            schedule(arrival, () -> arrive(admitted.ticket(), arrival));
        }
    }

    private void arrive(QuotaBudget.Ticket ticket, Instant now) {
        QuotaBudget.Reply reply = platform.arrive(now);
        Instant back = now.plus(latency());
        schedule(back, () -> {
            if (random.nextDouble() < lossy) {
                gate.lost(ticket);
            } else {
                gate.answered(ticket, reply, back);
                answered += reply.refused() ? 0 : 1;
            }
            refused += reply.refused() ? 1 : 0;
            call(back);
        });
    }

    private Duration latency() {
        return Duration.ofMillis(1 + random.nextLong(maxLatency.toMillis()));
    }

    private void schedule(Instant at, Runnable action) {
        events.add(new Event(at, scheduled++, action));
    }
}
