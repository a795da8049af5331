package io.unifiedcommerce.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Decides where transactions end: where going on repeats nothing, once enough records or enough time have gone into one; and
 * anywhere once it has been open for too long. Ending one for each small page would cost most of the throughput.
 */
final class TransactionPolicy {
    private final int minRecords;
    private final Duration interval;
    private final Duration maxOpen;
    private final Clock clock;
    private int records;
    private Instant since;

    TransactionPolicy(int minRecords, Duration interval, Duration maxOpen, Clock clock) {
        this.minRecords = minRecords;
        this.interval = interval;
        this.maxOpen = maxOpen;
        this.clock = clock;
    }

    /**
     * Notes a record that is handed over.
     *
     * @param whole whether going on after it repeats nothing
     * @param more whether other records are there to follow at once
     * @return whether the transaction ends with it
     */
    boolean endsWith(boolean whole, boolean more) {
        Instant now = clock.instant();
        since = since == null ? now : since;
        records++;
        Duration open = Duration.between(since, now);
        boolean worthwhile = !more || records >= minRecords || open.compareTo(interval) >= 0;
        boolean ends = whole && worthwhile || open.compareTo(maxOpen) >= 0;
        if (ends) {
            since = null;
            records = 0;
        }
        return ends;
    }

    /** Whether one is open for so long that it must end, although no record is there to end it. */
    boolean overdue() {
        return since != null && Duration.between(since, clock.instant()).compareTo(maxOpen) >= 0;
    }
}
