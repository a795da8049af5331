package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.manifest.CursorSpec;
import io.unifiedcommerce.channel.record.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Passes over the records of the last days. The position only tells when the last pass began: after a pause the next one
 * reaches back from there, so that nothing is missed that was new or changed meanwhile.
 *
 * <p>Days are those of the shop, wherever it is, so a window is wider by a day at its beginning, and at its end for platforms
 * whose last day is not included.
 */
final class SlidingCursor implements Cursor {
    private static final Duration DAY = Duration.ofDays(1);

    private final CursorSpec.Sliding spec;
    private final Path field;

    SlidingCursor(CursorSpec.Sliding spec) {
        this.spec = spec;
        this.field = Path.parse(spec.field());
    }

    @Override
    public Window open(Position at, Instant now) {
        Instant reached = at.until() == null || at.until().isAfter(now) ? now : at.until();
        Instant from = reached.minus(spec.span()).truncatedTo(ChronoUnit.DAYS).minus(DAY);
        Instant to = now.truncatedTo(ChronoUnit.DAYS).plus(DAY).plus(DAY);
        return new Window(from, to, now, Integer.MAX_VALUE);
    }

    @Override
    public Map<String, Object> values(Position at, Window window) {
        return Map.of("window.from", write(window.from()), "window.to", write(window.to()));
    }

    private String write(Instant day) {
        return Timestamps.write(day, spec.requestFormat(), ZoneOffset.UTC);
    }

    @Override
    public Instant changedAt(Object record) {
        return Timestamps.read(field.get(record), spec.format());
    }

    @Override
    public Position afterWindow(Position at, Window window, Object lastRecord, boolean anything) {
        return at.until(window.openedAt());
    }

    @Override
    public boolean reachedLive(Position at) {
        return true;
    }

    @Override
    public Instant due(Window window, Instant now) {
        return window.openedAt().plus(spec.every());
    }
}
