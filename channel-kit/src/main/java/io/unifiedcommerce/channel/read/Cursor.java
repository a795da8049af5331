package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.http.ChannelException;
import java.time.Instant;
import java.util.Map;

/** How one kind of cursor cuts a stream into windows, and how positions follow from them. */
interface Cursor {

    /** The next window after a position; null when there is nothing to ask for yet. */
    Window open(Position at, Instant now);

    /** A smaller window with the same start; null when it cannot be smaller. */
    default Window half(Window window) {
        return null;
    }

    /** Placeholders of a window's requests. */
    default Map<String, Object> values(Position at, Window window) {
        return Map.of();
    }

    /** The value a keyset listing starts at, as requests write it; null where the cursor has none. */
    default String startKey(Position at, Window window) {
        return null;
    }

    /** A record's value of the cursor field, as requests write it; null where it has none. */
    default String keyOf(Object record) {
        return null;
    }

    /** When a record changed; null where the cursor cannot tell. */
    default Instant changedAt(Object record) {
        return null;
    }

    /** Whether a record was emitted according to the position alone. */
    default boolean passed(Position at, Object record) {
        return false;
    }

    /** Whether windows reach back over what was read, so that positions must tell what was emitted beyond them. */
    default boolean overlaps() {
        return false;
    }

    /** The position after a page that is not the window's last; the same position where only whole windows count. */
    default Position afterPage(Position at, Window window, Object lastRecord) {
        return at;
    }

    /**
     * The position after a whole window.
     *
     * @param lastRecord of its last page; null when that was empty
     * @param anything whether any of its pages held records
     */
    Position afterWindow(Position at, Window window, Object lastRecord, boolean anything);

    /** The token at which the first page of a window is asked for; null for the beginning. */
    default String startToken(Position at) {
        return null;
    }

    /** The position from which a feed goes on at a token; the same position where there is no feed. */
    default Position afterToken(Position at, String token) {
        return at;
    }

    /** Whether a refusal means that the platform no longer knows the position, so that all must be read again. */
    default boolean forgotten(ChannelException.Rejected refusal) {
        return false;
    }

    /** Whether history has been read up to where reading of changes begins. */
    boolean reachedLive(Position at);

    /** When to ask again after a window. */
    Instant due(Window window, Instant now);
}
