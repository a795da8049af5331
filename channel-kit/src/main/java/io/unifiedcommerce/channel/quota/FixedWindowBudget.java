package io.unifiedcommerce.channel.quota;

import io.unifiedcommerce.channel.manifest.QuotaSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Calls per window of a known length, of which headers tell how many are left but not when the window ends. More left than before
 * means that a new window has begun; it can last no longer than its length from the first answer that told of it. A window
 * of which nothing is known begins with a probe.
 */
final class FixedWindowBudget implements QuotaBudget {
    private final QuotaSpec.FixedWindow spec;
    private final Bookings bookings = new Bookings();
    private final Probe probe = new Probe();
    private final LeastTold leastTold = new LeastTold();
    private Instant end = Instant.MIN;
    private double left;
    private double limit;

    FixedWindowBudget(QuotaSpec.FixedWindow spec) {
        this.spec = spec;
    }

    @Override
    public Duration delayBefore(Call call, Instant now) {
        if (!knownAt(now)) {
            return probe.delay(now);
        }
        int untouched = call.mayUseReserve() ? 0 : (int) (limit * spec.reserve());
        return left - untouched >= 1 ? Duration.ZERO : Duration.between(now, end);
    }

    @Override
    public Ticket take(Call call, Instant now) {
        if (knownAt(now)) {
            left--;
        } else {
            probe.sent(now);
        }
        return bookings.book(call, 1, now);
    }

    @Override
    public void observe(Ticket ticket, Reply reply, Instant now) {
        settle(ticket);
        OptionalDouble remaining = told(reply.headers(), spec.remainingHeader());
        OptionalDouble allowed = told(reply.headers(), spec.limitHeader());
        if (remaining.isPresent() && allowed.isPresent()) {
            learn(ticket, reply.refused() ? 0 : remaining.getAsDouble(), allowed.getAsDouble(), now);
        } else {
            leastTold.lost(bookings.booked());
        }
    }

    private void learn(Ticket ticket, double remaining, double allowed, Instant now) {
        double unseen = bookings.unseenBy(ticket);
        // Answers overtake each other: one that is late tells of no more calls left than were under way with it.
        boolean another = remaining > leastTold.least() + unseen + 1;
        if (!knownAt(now) || another) {
            end = now.plus(spec.length());
            leastTold.begin(ticket, remaining);
        } else {
            leastTold.also(remaining);
        }
        // With every call answered, the least told counts them all. Calls that were open when this one was booked must
        // not be subtracted for the rest of the window.
        left = bookings.open() == 0 && leastTold.certain() ? leastTold.least() : remaining - unseen;
        limit = allowed;
    }

    private static OptionalDouble told(Map<String, String> headers, String name) {
        return HeaderNumber.of(headers, name);
    }

    @Override
    public void lost(Ticket ticket) {
        settle(ticket);
        leastTold.lost(bookings.booked());
    }

    private void settle(Ticket ticket) {
        bookings.settle(ticket);
        probe.settled(ticket);
    }

    @Override
    public double headroom(Instant now) {
        return knownAt(now) && limit > 0 ? Math.min(1, Math.max(0, left / limit)) : 1;
    }

    private boolean knownAt(Instant now) {
        return now.isBefore(end);
    }
}
