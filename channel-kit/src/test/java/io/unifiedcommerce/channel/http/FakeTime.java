package io.unifiedcommerce.channel.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that only waiting moves. */
final class FakeTime extends Clock implements Pause {
    private final List<Duration> waits = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private boolean ended;

    @Override
    public synchronized boolean await(Duration time) {
        waits.add(time);
        now = now.plus(time);
        return !ended;
    }

    @Override
    public synchronized void end() {
        ended = true;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** What was waited for, in order. */
    synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
