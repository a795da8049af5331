package io.unifiedcommerce.channel.read;

import java.time.Instant;

/**
 * A part of a stream that is read to its end before the position moves.
 *
 * @param from first change time; null where the cursor is not a time
 * @param to first change time after it; null likewise
 * @param openedAt when it was first asked for; changes that the platform lists later may be missing in it
 * @param records most records to read before the window is cut in half
 */
record Window(Instant from, Instant to, Instant openedAt, int records) {

    /** All of a stream, or all that is left of it, however much that is. */
    static Window unbounded(Instant openedAt) {
        return new Window(null, null, openedAt, Integer.MAX_VALUE);
    }
}
