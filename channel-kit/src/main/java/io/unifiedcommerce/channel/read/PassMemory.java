package io.unifiedcommerce.channel.read;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The last emitted version of every record of a scan; about 100 bytes a record. */
final class PassMemory implements Memory {
    private final Map<Long, Long> versions = new HashMap<>();
    private boolean complete;

    @Override
    public boolean isNew(String identity, String version) {
        Long known = versions.get(Hashes.of(identity, ""));
        return known == null || known != Hashes.of(identity, version);
    }

    @Override
    public void remember(String identity, String version, Instant changedAt) {
        versions.put(Hashes.of(identity, ""), Hashes.of(identity, version));
    }

    void endPass() {
        complete = true;
    }

    /** Whether a pass has ended, so that what is new now has changed since. */
    boolean knowsAPass() {
        return complete;
    }
}
