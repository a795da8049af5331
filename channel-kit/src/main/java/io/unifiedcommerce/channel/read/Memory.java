package io.unifiedcommerce.channel.read;

import java.time.Instant;

/** Knows which versions of records were emitted. */
interface Memory {

    /**
     * A record's version as it is remembered: by hashes of 64 bits. A wrong "not new" takes two versions of one record with the
     * same hash; a clash between two records only costs a duplicate.
     *
     * @param record hash of what identifies the record
     * @param version hash of that and of the version
     */
    record Version(long record, long version) {
        static Version of(String identity, String version) {
            return new Version(Hashes.of(identity, ""), Hashes.of(identity, version));
        }
    }

    /** Whether the record's last emitted version is another one, or none is remembered. */
    boolean isNew(Version version);

    /**
     * Remembers an emitted version.
     *
     * @param changedAt null where the platform does not tell
     */
    void remember(Version version, Instant changedAt);
}
