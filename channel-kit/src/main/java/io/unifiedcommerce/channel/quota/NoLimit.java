package io.unifiedcommerce.channel.quota;

import java.time.Duration;
import java.time.Instant;

/** The platform announces no limit; what it asks for by Retry-After is held by the {@link QuotaGate}. */
record NoLimit() implements QuotaBudget {

    @Override
    public Duration delayBefore(Call call, Instant now) {
        return Duration.ZERO;
    }

    @Override
    public Ticket take(Call call, Instant now) {
        return new Ticket(call, now, 0, 0, 0);
    }

    @Override
    public void observe(Ticket ticket, Reply reply, Instant now) {
        // nothing is counted
    }

    @Override
    public void lost(Ticket ticket) {
        // nothing is counted
    }

    @Override
    public double headroom(Instant now) {
        return 1;
    }
}
