package io.unifiedcommerce.source;

import io.unifiedcommerce.sourcekit.Incident;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what one stream does. Written by the reading thread, read by metrics reporters. */
final class StreamMeter {
    private final Clock clock;
    private final AtomicLong records = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private volatile Duration lag = Duration.ZERO;
    private volatile Instant lastSuccess;
    private final List<Incident> incidents = new CopyOnWriteArrayList<>();

    StreamMeter(Clock clock) {
        this.clock = clock;
        this.lastSuccess = clock.instant();
    }

    /** @param changedAt null where the platform does not tell */
    void record(Instant changedAt) {
        records.incrementAndGet();
        if (changedAt != null) {
            lag = Duration.between(changedAt, clock.instant());
        }
    }

    void unreadable() {
        unreadable.incrementAndGet();
    }

    /** Adds the failures of one of the stream's slices, or of its only listing. */
    void watch(Incident incident) {
        incidents.add(incident);
    }

    void error() {
        errors.incrementAndGet();
    }

    void success() {
        lastSuccess = clock.instant();
    }

    long records() {
        return records.get();
    }

    long unreadableRecords() {
        return unreadable.get();
    }

    long errors() {
        return errors.get();
    }

    /** Age of the newest record when it was read. */
    long lagMillis() {
        return lag.toMillis();
    }

    long millisSinceSuccess() {
        return Duration.between(lastSuccess, clock.instant()).toMillis();
    }

    /** How long the slice that fails longest has been failing; 0 while all work. */
    long failingMillis() {
        return incidents.stream()
                .mapToLong(incident -> incident.lasting().toMillis())
                .max()
                .orElse(0);
    }
}
