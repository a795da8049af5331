package io.unifiedcommerce.channel.read;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The last emitted version of every record of a scan; about 100 bytes a record. */
final class PassMemory implements Memory {
    private final Map<Long, Long> versions = new HashMap<>();
    private boolean complete;

    @Override
    public boolean isNew(Version version) {
        Long known = versions.get(version.record());
        return known == null || known != version.version();
    }

    @Override
    public void remember(Version version, Instant changedAt) {
        versions.put(version.record(), version.version());
    }

    void endPass() {
        complete = true;
    }

    /** Whether a pass has ended, so that what is new now has changed since. */
    boolean knowsAPass() {
        return complete;
    }
}
