package io.unifiedcommerce.channel.read;

/** How a record was come by; the value of the header {@code commerce.capture}. */
public enum Capture {
    /** Told by a notification and read again. */
    WEBHOOK,
    /** Found by asking for changes. */
    POLL,
    /** Part of a whole pass of which nothing earlier is remembered. */
    SNAPSHOT,
    /** Part of the history from before the first start. */
    BACKFILL
}
