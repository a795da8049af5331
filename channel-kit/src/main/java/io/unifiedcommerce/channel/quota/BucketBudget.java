package io.unifiedcommerce.channel.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A bucket that refills at a steady rate, of calls or of points. What a call asks for must be there in full before it
 * is sent, even if the platform gives some of it back; so the cost of each kind of call is learned from its last
 * answer.
 */
final class BucketBudget implements QuotaBudget {
    private static final double MILLIS = 1000;

    private final BucketLevel.Reader reader;
    private final double reserve;
    private final double initialCost;
    private final Map<String, Double> costs = new HashMap<>();
    private final Bookings bookings = new Bookings();
    private final Probe probe = new Probe();
    private BucketLevel level;
    private Instant levelAt;

    /**
     * @param reserve share of the capacity that reads leave
     * @param initialCost cost assumed before the first answer of a kind of call
     */
    BucketBudget(BucketLevel.Reader reader, double reserve, double initialCost) {
        this.reader = reader;
        this.reserve = reserve;
        this.initialCost = initialCost;
    }

    @Override
    public Duration delayBefore(Call call, Instant now) {
        if (level == null) {
            return probe.delay(now);
        }
        double untouched = call.mayUseReserve() ? 0 : reserve * level.capacity();
        // A call that costs more than the bucket leaves beside the reserve waits for a full bucket, not for ever.
        double needed = Math.min(cost(call) + untouched, level.capacity());
        double missing = needed - available(now);
        return missing <= 0
                ? Duration.ZERO
                : Duration.ofMillis((long) Math.ceil(missing / Math.max(level.perSecond(), 1 / MILLIS) * MILLIS));
    }

    @Override
    public Ticket take(Call call, Instant now) {
        double cost = cost(call);
        if (level == null) {
            probe.sent(now);
        } else {
            setAvailable(available(now) - cost, now);
        }
        return bookings.book(call, cost, now);
    }

    @Override
    public void observe(Ticket ticket, Reply reply, Instant now) {
        lost(ticket);
        reader.read(reply)
                .ifPresentOrElse(
                        told -> {
                            told.cost()
                                    .ifPresent(cost -> costs.put(ticket.call().template(), cost));
                            level = told;
                            setAvailable(told.available() - bookings.unseenBy(ticket), now);
                        },
                        () -> {
                            if (reply.refused() && level != null) {
                                setAvailable(0, now);
                            }
                        });
    }

    @Override
    public void lost(Ticket ticket) {
        bookings.settle(ticket);
        probe.settled(ticket);
    }

    @Override
    public double headroom(Instant now) {
        return level == null || level.capacity() <= 0 ? 1 : Math.min(1, Math.max(0, available(now) / level.capacity()));
    }

    private double cost(Call call) {
        return costs.getOrDefault(call.template(), initialCost);
    }

    private double available(Instant now) {
        double seconds = Math.max(0, Duration.between(levelAt, now).toNanos() / 1e9);
        // A full bucket does not refill, and for all we know it is full until the calls on their way arrive.
        return Math.min(level.capacity() - bookings.open(), level.available() + seconds * level.perSecond());
    }

    private void setAvailable(double available, Instant now) {
        level = new BucketLevel(available, level.capacity(), level.perSecond(), level.cost());
        levelAt = now;
    }
}
