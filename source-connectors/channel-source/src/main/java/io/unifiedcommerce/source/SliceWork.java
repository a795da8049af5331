package io.unifiedcommerce.source;

import io.unifiedcommerce.channel.read.Slice;
import io.unifiedcommerce.channel.read.SliceList;
import io.unifiedcommerce.sourcekit.Incident;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Looks for slices of a stream and has each new one read. A slice that is gone is read on: its listing is empty then. */
final class SliceWork implements Work {
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final SliceList list;
    private final Consumer<Slice> found;
    private final Clock clock;
    private final Incident incident;
    private final StreamMeter meter;
    private final Set<String> known = new HashSet<>();
    private Instant due = Instant.MIN;

    /** @param found takes each slice once */
    SliceWork(SliceList list, Consumer<Slice> found, Clock clock, Incident incident, StreamMeter meter) {
        this.list = list;
        this.found = found;
        this.clock = clock;
        this.incident = incident;
        this.meter = meter;
    }

    @Override
    public Instant due() {
        return due;
    }

    @Override
    public void run() {
        for (Slice slice : list.read()) {
            if (known.add(slice.id())) {
                found.accept(slice);
            }
        }
        due = clock.instant().plus(INTERVAL);
    }

    @Override
    public Incident incident() {
        return incident;
    }

    @Override
    public StreamMeter meter() {
        return meter;
    }

    @Override
    public void close() {
        // nothing is open between two looks
    }
}
