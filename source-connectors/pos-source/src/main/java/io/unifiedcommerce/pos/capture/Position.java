package io.unifiedcommerce.pos.capture;

import io.unifiedcommerce.pos.database.Fence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Up to where a store's changes have been handed over, as it stands in Connect's offsets. It is always the end of a whole
 * transaction: a record before the last one of its transaction carries the position before it, so that what is resumed is the
 * whole transaction or nothing of it. Only a transaction that is too large to be held comes in pieces, and the position then
 * tells how far into it they reach.
 *
 * @param read whether all that was there before the capture has been read; otherwise the read begins again
 * @param engine Debezium's own offset; empty while nothing was captured, which lets it begin where its slot does
 * @param fence what the first read contains, as long as older transactions may still come; null afterwards
 * @param last the last commit handed over
 * @param done how many ids of the transaction that follows have been handed over
 */
public record Position(boolean read, Map<String, Object> engine, Fence fence, Commit last, long done) {
    static final Position START = new Position(false, Map.of(), null, Commit.NONE, 0);

    private static final long FORMAT = 1;
    private static final String VERSION = "version";
    private static final String PHASE = "phase";
    private static final String FENCE = "fence";
    private static final String MICROS = "commit.micros";
    private static final String LSN = "commit.lsn";
    private static final String DONE = "next.done";
    private static final String ENGINE = "engine.";
    private static final Set<String> OWN = Set.of(VERSION, PHASE, FENCE, MICROS, LSN, DONE);

    /** Debezium counts the rows of an open transaction in its offset; at the end of one nothing is open. */
    private static final String OPEN_TRANSACTION = "transaction_";

    /** The position after a transaction that Debezium reached with this offset. */
    Position after(Map<String, ?> offset, Commit commit) {
        Map<String, Object> ended = new LinkedHashMap<>(offset);
        ended.keySet().removeIf(key -> key.startsWith(OPEN_TRANSACTION));
        // The log's own position decides: a commit's may have been raised above that of one which is still to come.
        Fence still = fence != null && lsn(offset) < fence.lsn() ? fence : null;
        return new Position(true, ended, still, commit, 0);
    }

    /** The position inside of the transaction that follows, when this many of its ids have been handed over. */
    Position inside(long ids) {
        return new Position(read, engine, fence, last, ids);
    }

    /** Debezium's position of the log. */
    static long lsn(Map<String, ?> engine) {
        return ((Number) engine.get("lsn")).longValue();
    }

    /** As an offset for Connect: texts and Longs only. */
    Map<String, Object> toOffset() {
        Map<String, Object> offset = new LinkedHashMap<>();
        offset.put(VERSION, FORMAT);
        offset.put(PHASE, read ? "stream" : "snapshot");
        if (fence != null) {
            offset.put(FENCE, fence.text());
        }
        offset.put(MICROS, last.micros());
        offset.put(LSN, last.lsn());
        if (done > 0) {
            offset.put(DONE, done);
        }
        engine.forEach((key, value) -> offset.put(ENGINE + key, value));
        return offset;
    }

    /**
     * Reads an offset.
     *
     * @param offset null for none
     * @throws IllegalArgumentException when it is not one of this connector's
     */
    public static Position of(Map<String, ?> offset) {
        if (offset == null) {
            return START;
        }
        if (!(offset.get(VERSION) instanceof Number version) || version.longValue() != FORMAT) {
            throw new IllegalArgumentException("'" + VERSION + "' must be " + FORMAT);
        }
        Object phase = offset.get(PHASE);
        if (!"stream".equals(phase) && !"snapshot".equals(phase)) {
            throw new IllegalArgumentException("'" + PHASE + "' must be snapshot or stream");
        }
        Map<String, Object> engine = new LinkedHashMap<>();
        offset.forEach((key, value) -> {
            if (key.startsWith(ENGINE)) {
                engine.put(key.substring(ENGINE.length()), value);
            } else if (!OWN.contains(key)) {
                throw new IllegalArgumentException("unknown key '" + key + "'");
            }
        });
        if (!engine.isEmpty() && !(engine.get("lsn") instanceof Number)) {
            throw new IllegalArgumentException("'" + ENGINE + "lsn' must be a number");
        }
        Commit last = new Commit(number(offset, MICROS), number(offset, LSN));
        long done = offset.containsKey(DONE) ? number(offset, DONE) : 0;
        return new Position(phase.equals("stream"), engine, fence(offset.get(FENCE)), last, done);
    }

    private static long number(Map<String, ?> offset, String key) {
        if (offset.get(key) instanceof Number number && number.longValue() >= 0) {
            return number.longValue();
        }
        throw new IllegalArgumentException("'" + key + "' must be a number that is not negative");
    }

    private static Fence fence(Object text) {
        try {
            return text == null ? null : Fence.parse(text.toString());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + FENCE + "' is damaged", e);
        }
    }
}
