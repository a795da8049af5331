package io.unifiedcommerce.channel.read;

import java.time.Instant;

/** Knows which versions of records were emitted. */
interface Memory {

    /** Whether the record's last emitted version is another one, or none is remembered. */
    boolean isNew(String identity, String version);

    /**
     * Remembers an emitted version.
     *
     * @param changedAt null where the platform does not tell
     */
    void remember(String identity, String version, Instant changedAt);
}
