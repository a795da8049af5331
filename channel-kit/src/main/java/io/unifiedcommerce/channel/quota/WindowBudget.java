package io.unifiedcommerce.channel.quota;

import io.unifiedcommerce.channel.manifest.QuotaSpec;
import java.time.Duration;
import java.time.Instant;

/**
 * Calls per window, told by headers of each answer. Each window begins with a probe: nobody but the platform knows when
 * its windows begin, and whatever else uses the store has drawn on the new one too.
 */
final class WindowBudget implements QuotaBudget {
    /** Seconds are cut off or rounded up, in the time of the answer and in that of the end. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    private final WindowHeaderReader reader;
    private final double reserve;
    private final Bookings bookings = new Bookings();
    private final Probe probe = new Probe();
    private final LeastTold leastTold = new LeastTold();
    private Instant latestEnd = Instant.MIN;
    private Window window = new Window(Instant.MIN, 0, 0);

    /**
     * What is known of the platform's present window.
     *
     * @param end the latest instant at which it can end
     * @param left calls that may still be booked
     */
    private record Window(Instant end, double left, int limit) {

        boolean knownAt(Instant now) {
            return now.isBefore(end);
        }
    }

    WindowBudget(QuotaSpec.WindowHeaders spec) {
        this.reader = new WindowHeaderReader(spec);
        this.reserve = spec.reserve();
    }

    @Override
    public Duration delayBefore(Call call, Instant now) {
        if (!window.knownAt(now)) {
            return probe.delay(now);
        }
        int untouched = call.mayUseReserve() ? 0 : (int) (window.limit() * reserve);
        return window.left() - untouched >= 1 ? Duration.ZERO : Duration.between(now, window.end());
    }

    @Override
    public Ticket take(Call call, Instant now) {
        if (window.knownAt(now)) {
            window = new Window(window.end(), window.left() - 1, window.limit());
        } else {
            probe.sent(now);
        }
        return bookings.book(call, 1, now);
    }

    @Override
    public void observe(Ticket ticket, Reply reply, Instant now) {
        settle(ticket);
        reader.read(reply.headers(), now)
                .ifPresentOrElse(
                        told -> learn(ticket, told, reply.refused(), now), () -> leastTold.lost(bookings.booked()));
    }

    private void learn(Ticket ticket, WindowHeaderReader.Told told, boolean refused, Instant now) {
        double remaining = refused ? 0 : told.remaining();
        Instant end = now.plus(told.untilReset());
        // An answer lies in a later window only where that is certain: what is not keeps the fewest calls left.
        if (ticket.takenAt().plus(told.untilReset()).minus(ROUNDING).isBefore(latestEnd)) {
            leastTold.also(remaining);
            latestEnd = end.isAfter(latestEnd) ? end : latestEnd;
        } else {
            leastTold.begin(ticket, remaining);
            latestEnd = end;
        }
        // An answer that was long under way may tell of the window before; what was booked since is subtracted all the
        // same, so that it cannot bring spent allowance back. With every call answered, each is counted once.
        double left = remaining - bookings.unseenBy(ticket);
        boolean settled = bookings.open() == 0 && leastTold.certain();
        window = new Window(end, settled ? Math.max(left, leastTold.least()) : left, told.limit());
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
        return window.knownAt(now) && window.limit() > 0 ? Math.min(1, Math.max(0, window.left() / window.limit())) : 1;
    }
}
