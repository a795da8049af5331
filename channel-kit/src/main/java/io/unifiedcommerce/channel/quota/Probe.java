package io.unifiedcommerce.channel.quota;

import java.time.Duration;
import java.time.Instant;

/** While nothing is known of an allowance one call at a time goes ahead and asks. */
final class Probe {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Instant sentAt;

    /** Zero when a probe may go: none is under way, or the last has hung for long. */
    Duration delay(Instant now) {
        return sentAt == null || !now.isBefore(sentAt.plus(PATIENCE)) ? Duration.ZERO : LOOK_AGAIN;
    }

    void sent(Instant now) {
        sentAt = now;
    }

    void settled(QuotaBudget.Ticket ticket) {
        if (ticket.takenAt().equals(sentAt)) {
            sentAt = null;
        }
    }
}
