package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.manifest.CursorSpec;
import io.unifiedcommerce.channel.record.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Windows of change time. Changes may be listed late: by the lag always, by the overlap at times. So a window ends {@code lag}
 * before now, and the position after it never passes what was certain when the window was opened; the next window begins there
 * and reads the overlap again. History is certain, so its windows do not overlap.
 *
 * <p>Windows grow while they are empty, and are cut in half when they hold too much: a stream whose records begin at an unknown
 * time is found in a few dozen requests, and a crash never repeats more than a bounded number of records. A listing sorted by
 * change time needs no cutting, because each of its pages is a place to go on from.
 */
final class TimeCursor implements Cursor {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = ChronoUnit.DECADES.getDuration();

    private final CursorSpec.Time spec;
    private final ZoneId zone;
    private final Path field;
    private final Duration pollInterval;
    private final Listed listed;
    private Duration length;

    /**
     * What the cursor must know of the listing.
     *
     * @param bounded whether requests tell where a window ends
     * @param sorted whether records come in the order of their change time
     * @param mostRecords records after which a window that is neither sorted nor at its end is cut in half
     */
    record Listed(boolean bounded, boolean sorted, int mostRecords) {}

    /** @param zone of times that requests write without one */
    TimeCursor(CursorSpec.Time spec, ZoneId zone, Duration pollInterval, Listed listed) {
        this.spec = spec;
        this.zone = zone;
        this.field = Path.parse(spec.field());
        this.pollInterval = pollInterval;
        this.listed = listed;
        this.length = spec.window();
    }

    /** Where reading of changes begins when it is decided now: what is older is certain. */
    static Instant certain(CursorSpec.Time spec, Instant now) {
        return now.minus(spec.lag()).minus(spec.overlap()).truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public Window open(Position at, Instant now) {
        Instant from = at.until();
        Instant end = ceiling(at, now);
        if (!from.isBefore(end)) {
            return null;
        }
        boolean whole = !listed.bounded() || Duration.between(from, end).compareTo(length) <= 0;
        Instant to = whole ? end : from.plus(length);
        return window(from, to, now);
    }

    private Instant ceiling(Position at, Instant now) {
        // Whole seconds: most platforms write no finer, and a bound that is cut off would leave a gap.
        return at.live() ? now.minus(spec.lag()).truncatedTo(ChronoUnit.SECONDS) : at.liveFrom();
    }

    private Window window(Instant from, Instant to, Instant now) {
        // A window longer than the manifest allows is only a probe for an empty stretch of time.
        boolean probe = Duration.between(from, to).compareTo(spec.window()) > 0;
        return new Window(from, to, now, probe && listed.mostRecords() < Integer.MAX_VALUE ? 1 : listed.mostRecords());
    }

    @Override
    public Window half(Window window) {
        Duration span = Duration.between(window.from(), window.to());
        if (!listed.bounded() || span.compareTo(SHORTEST) <= 0) {
            return null;
        }
        length = Duration.ofSeconds(Math.max(1, span.toSeconds() / 2));
        return window(window.from(), window.from().plus(length), window.openedAt());
    }

    @Override
    public Map<String, Object> values(Position at, Window window) {
        Map<String, Object> values = new HashMap<>();
        // What was read of a sorted window is done with, when it begins anew.
        values.put("window.from", write(listed.sorted() ? at.until() : window.from()));
        values.put("window.to", write(window.to()));
        values.put("cursor.value", startKey(at, window));
        return values;
    }

    @Override
    public String startKey(Position at, Window window) {
        return write(at.until());
    }

    @Override
    public String keyOf(Object record) {
        Instant instant = changedAt(record);
        return instant == null ? null : write(instant);
    }

    private String write(Instant instant) {
        return Timestamps.write(instant, spec.requestFormat(), zone);
    }

    @Override
    public Instant changedAt(Object record) {
        return Timestamps.read(field.get(record), spec.format());
    }

    @Override
    public Position afterPage(Position at, Window window, Object lastRecord) {
        Instant reached = !listed.sorted() || lastRecord == null ? null : changedAt(lastRecord);
        return reached == null ? at : at.until(latest(at.until(), earliest(reached, certain(at, window))));
    }

    /** Before this instant nothing can be missing in the window. */
    private Instant certain(Position at, Window window) {
        return at.live() ? earliest(certain(spec, window.openedAt()), window.to()) : window.to();
    }

    @Override
    public boolean overlaps() {
        return true;
    }

    @Override
    public Position afterWindow(Position at, Window window, Object lastRecord, boolean anything) {
        adapt(!anything);
        return at.until(latest(at.until(), certain(at, window)));
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private void adapt(boolean empty) {
        // After a cut growth is slow, for each window that is too long again is read in part for nothing.
        Duration grown = empty
                ? length.multipliedBy(2)
                : length.plus(length.dividedBy(4)).plusSeconds(1);
        Duration longest = empty ? LONGEST : spec.window();
        length = grown.compareTo(longest) < 0 ? grown : longest;
    }

    @Override
    public boolean reachedLive(Position at) {
        return !at.until().isBefore(at.liveFrom());
    }

    @Override
    public Instant due(Window window, Instant now) {
        boolean behind =
                window != null && window.to().isBefore(now.minus(spec.lag()).minus(pollInterval));
        return behind ? now : now.plus(pollInterval);
    }
}
