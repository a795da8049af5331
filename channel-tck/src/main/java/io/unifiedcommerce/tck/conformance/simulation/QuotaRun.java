package io.unifiedcommerce.tck.conformance.simulation;

import io.unifiedcommerce.channel.quota.QuotaBudget;
import io.unifiedcommerce.channel.quota.QuotaGate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

/** Readers that call a platform as fast as a budget lets them, in simulated time. */
public final class QuotaRun {
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private final QuotaGate gate;
    private final SimulatedLimit platform;
    private final Duration longestWay;
    private final Random random;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
    private long scheduled;
    private int answered;
    private int refused;

    private record Event(Instant at, long number, Runnable action) {}

    /** @param longestWay longest time that a request takes to the platform, and an answer back */
    public QuotaRun(QuotaBudget budget, SimulatedLimit platform, Duration longestWay, long seed) {
        this.gate = new QuotaGate(budget);
        this.platform = platform;
        this.longestWay = longestWay;
        this.random = new Random(seed);
    }

    /** Lets some readers read for a time. */
    public QuotaRun run(int readers, Duration length) {
        for (int i = 0; i < readers; i++) {
            schedule(START, () -> call(START));
        }
        Instant end = START.plus(length);
        while (!events.isEmpty() && events.peek().at().isBefore(end)) {
            events.poll().action().run();
        }
        return this;
    }

    /** Calls that the platform answered. */
    public int answered() {
        return answered;
    }

    /** Calls that the platform refused for want of quota. */
    public int refused() {
        return refused;
    }

    private void call(Instant now) {
        QuotaGate.Admission admission = gate.tryEnter(new QuotaBudget.Call("orders", false), now);
        if (admission instanceof QuotaGate.Wait wait) {
            Instant again = now.plus(wait.time());
            schedule(again, () -> call(again));
        } else if (admission instanceof QuotaGate.Admitted admitted) {
            Instant arrival = now.plus(way());
            schedule(arrival, () -> arrive(admitted.ticket(), arrival));
        }
    }

    private void arrive(QuotaBudget.Ticket ticket, Instant now) {
        QuotaBudget.Reply reply = platform.arrive(now);
        Instant back = now.plus(way());
        schedule(back, () -> {
            gate.answered(ticket, reply, back);
            answered += reply.refused() ? 0 : 1;
            refused += reply.refused() ? 1 : 0;
            call(back);
        });
    }

    private Duration way() {
        return Duration.ofMillis(1 + random.nextLong(longestWay.toMillis()));
    }

    private void schedule(Instant at, Runnable action) {
        events.add(new Event(at, scheduled++, action));
    }
}
