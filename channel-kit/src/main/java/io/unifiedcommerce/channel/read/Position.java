package io.unifiedcommerce.channel.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How far a stream has been read; what a source offset holds. Reading goes on from any position without loss.
 *
 * @param phase whether history is still being read
 * @param until everything that changed before this instant was emitted; of a scan, the start of the last whole pass; null
 *     where the cursor is an id
 * @param afterId everything up to this id was emitted; null before the first
 * @param liveFrom where reading of changes begins once history is read; null outside of {@link Phase#BACKFILL}
 * @param seen what was already emitted beyond {@code until}, see {@link Seen}; null for nothing
 */
public record Position(Phase phase, Instant until, String afterId, Instant liveFrom, String seen) {

    /** Whether history is read, or what happens now. */
    public enum Phase {
        BACKFILL,
        LIVE
    }

    private static final long FORMAT = 1;

    static Position backfill(Instant from, Instant liveFrom) {
        return new Position(Phase.BACKFILL, from, null, liveFrom, null);
    }

    /** Changes are read from an instant on; null where the cursor is not a time. */
    public static Position live(Instant until) {
        return new Position(Phase.LIVE, until, null, null, null);
    }

    boolean live() {
        return phase == Phase.LIVE;
    }

    Position until(Instant instant) {
        return new Position(phase, instant, afterId, liveFrom, seen);
    }

    Position afterId(String id) {
        return new Position(phase, until, id, liveFrom, seen);
    }

    Position seen(String text) {
        return new Position(phase, until, afterId, liveFrom, text);
    }

    /** The offset that Connect stores: texts and one long, readable by a human. */
    public Map<String, Object> toOffset() {
        Map<String, Object> offset = new LinkedHashMap<>();
        offset.put("format", FORMAT);
        offset.put("phase", phase.name().toLowerCase(Locale.ROOT));
        put(offset, "until", until);
        put(offset, "after_id", afterId);
        put(offset, "live_from", liveFrom);
        put(offset, "seen", seen);
        return offset;
    }

    private static void put(Map<String, Object> offset, String key, Object value) {
        if (value != null) {
            offset.put(key, value.toString());
        }
    }

    /**
     * Reads a stored offset.
     *
     * @throws IllegalArgumentException when it is none of ours, naming the key at fault
     */
    public static Position fromOffset(Map<String, ?> offset) {
        // JSON may bring the number back as another type.
        if (!(offset.get("format") instanceof Number format) || format.longValue() != FORMAT) {
            throw new IllegalArgumentException("offset key 'format': expected " + FORMAT + ", found "
                    + offset.get("format") + "; reset the offset or use the release that wrote it");
        }
        Phase phase =
                switch (String.valueOf(offset.get("phase"))) {
                    case "backfill" -> Phase.BACKFILL;
                    case "live" -> Phase.LIVE;
                    default -> throw new IllegalArgumentException("offset key 'phase': expected backfill or live");
                };
        Position position = new Position(
                phase,
                instant(offset, "until"),
                text(offset, "after_id"),
                instant(offset, "live_from"),
                text(offset, "seen"));
        if (!position.live() && position.until() != null && position.liveFrom() == null) {
            throw new IllegalArgumentException("offset key 'live_from': missing; history must have an end");
        }
        if (position.seen() != null && !Seen.isText(position.seen())) {
            throw new IllegalArgumentException("offset key 'seen': not as it was written; leave it out");
        }
        return position;
    }

    private static String text(Map<String, ?> offset, String key) {
        Object value = offset.get(key);
        if (value != null && !(value instanceof String)) {
            throw new IllegalArgumentException("offset key '" + key + "': expected a text");
        }
        return (String) value;
    }

    private static Instant instant(Map<String, ?> offset, String key) {
        String text = text(offset, key);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "offset key '" + key + "': expected an instant such as 2026-11-20T15:02:11Z", e);
        }
    }
}
