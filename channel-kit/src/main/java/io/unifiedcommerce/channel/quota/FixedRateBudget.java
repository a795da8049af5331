package io.unifiedcommerce.channel.quota;

import io.unifiedcommerce.channel.manifest.QuotaSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * So many calls in any stretch of time of the given length, counted here because the platform tells nothing. Holds for
 * platforms that count in fixed windows as well as for those whose window slides. A call counts from its departure until the
 * length has passed since its answer: when it arrived in between only the platform knows.
 */
final class FixedRateBudget implements QuotaBudget {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final QuotaSpec.FixedRate rate;
    private final Deque<Instant> answered = new ArrayDeque<>();
    private int open;

    FixedRateBudget(QuotaSpec.FixedRate rate) {
        this.rate = rate;
    }

    @Override
    public Duration delayBefore(Call call, Instant now) {
        forgetUntil(now.minus(rate.per()));
        int allowed = rate.calls() - (call.mayUseReserve() ? 0 : (int) (rate.calls() * rate.reserve()));
        int tooMany = open + answered.size() - allowed;
        if (tooMany < 0) {
            return Duration.ZERO;
        }
        // The call may go when so many of the oldest have left the window that one place is free.
        return answered.stream()
                .skip(tooMany)
                .findFirst()
                .map(leaves -> Duration.between(now, leaves.plus(rate.per())))
                .orElse(LOOK_AGAIN);
    }

    @Override
    public Ticket take(Call call, Instant now) {
        open++;
        return new Ticket(call, now, 1, 0, 0);
    }

    @Override
    public void observe(Ticket ticket, Reply reply, Instant now) {
        open--;
        answered.addLast(now);
    }

    /** It may have been counted: nobody knows when, so at least since it was sent. */
    @Override
    public void lost(Ticket ticket) {
        open--;
        answered.addFirst(ticket.takenAt());
    }

    @Override
    public double headroom(Instant now) {
        forgetUntil(now.minus(rate.per()));
        return Math.max(0, 1 - (double) (open + answered.size()) / rate.calls());
    }

    private void forgetUntil(Instant instant) {
        while (!answered.isEmpty() && !answered.peekFirst().isAfter(instant)) {
            answered.removeFirst();
        }
    }
}
