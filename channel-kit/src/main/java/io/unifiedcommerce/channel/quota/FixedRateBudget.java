package io.unifiedcommerce.channel.quota;

import io.unifiedcommerce.channel.manifest.QuotaSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * So many calls in any stretch of time of the given length, counted here because the platform tells nothing. Holds for
 * platforms that count in fixed windows as well as for those whose window slides.
 */
final class FixedRateBudget implements QuotaBudget {
    private final QuotaSpec.FixedRate rate;
    private final Deque<Instant> recent = new ArrayDeque<>();

    FixedRateBudget(QuotaSpec.FixedRate rate) {
        this.rate = rate;
    }

    @Override
    public Duration delayBefore(Call call, Instant now) {
        forgetUntil(now.minus(rate.per()));
        int allowed = rate.calls() - (call.mayUseReserve() ? 0 : (int) (rate.calls() * rate.reserve()));
        int tooMany = recent.size() - allowed;
        if (tooMany < 0) {
            return Duration.ZERO;
        }
        // The call may go when so many of the oldest have left the window that one place is free.
        Instant leaves = recent.stream().skip(tooMany).findFirst().orElse(now);
        return Duration.between(now, leaves.plus(rate.per()));
    }

    @Override
    public Ticket take(Call call, Instant now) {
        recent.addLast(now);
        return new Ticket(call, now, 1, 0, 0);
    }

    @Override
    public void observe(Ticket ticket, Reply reply, Instant now) {
        // the platform tells nothing
    }

    @Override
    public void lost(Ticket ticket) {
        // it stays counted
    }

    @Override
    public double headroom(Instant now) {
        forgetUntil(now.minus(rate.per()));
        return Math.max(0, 1 - (double) recent.size() / rate.calls());
    }

    private void forgetUntil(Instant instant) {
        while (!recent.isEmpty() && !recent.peekFirst().isAfter(instant)) {
            recent.removeFirst();
        }
    }
}
