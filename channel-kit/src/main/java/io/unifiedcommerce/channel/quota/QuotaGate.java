package io.unifiedcommerce.channel.quota;

import java.time.Duration;
import java.time.Instant;

/**
 * Admits the calls of all threads of one client to one budget. Where a platform asked all its callers to hold off,
 * nobody is admitted before that, writes included: some platforms start their penalty anew with each call that comes
 * too early.
 */
public final class QuotaGate {
    private final QuotaBudget budget;
    private Instant heldUntil = Instant.MIN;

    public QuotaGate(QuotaBudget budget) {
        this.budget = budget;
    }

    /** Whether a call may go. */
    public sealed interface Admission {}

    /** It may, and must be reported back by {@link #answered} or {@link #lost}. */
    public record Admitted(QuotaBudget.Ticket ticket) implements Admission {}

    /** It may not; ask again after this time. */
    public record Wait(Duration time) implements Admission {}

    /** Books the call, or tells how long to wait before asking again. */
    public synchronized Admission tryEnter(QuotaBudget.Call call, Instant now) {
        Duration delay = now.isBefore(heldUntil) ? Duration.between(now, heldUntil) : budget.delayBefore(call, now);
        return delay.isZero() ? new Admitted(budget.take(call, now)) : new Wait(delay);
    }

    /** An answer came. */
    public synchronized void answered(QuotaBudget.Ticket ticket, QuotaBudget.Reply reply, Instant now) {
        budget.observe(ticket, reply, now);
    }

    /** No answer came. */
    public synchronized void lost(QuotaBudget.Ticket ticket) {
        budget.lost(ticket);
    }

    /** The platform asked to be left alone until then. */
    public synchronized void holdUntil(Instant instant) {
        if (instant.isAfter(heldUntil)) {
            heldUntil = instant;
        }
    }

    /** Share of the allowance that is left, 0 to 1; 1 while it is not known. */
    public synchronized double headroom(Instant now) {
        return now.isBefore(heldUntil) ? 0 : budget.headroom(now);
    }
}
