package io.unifiedcommerce.channel.read;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The version of each record in the last pass of a scan and in this one; about 100 bytes a record. */
final class PassMemory implements Memory {
    private Map<Long, Long> last = new HashMap<>();
    private Map<Long, Long> current = new HashMap<>();
    private boolean complete;

    @Override
    public boolean isNew(String identity, String version) {
        Long id = Hashes.of(identity, "");
        Long known = current.getOrDefault(id, last.get(id));
        boolean isNew = known == null || known != Hashes.of(identity, version);
        if (!isNew) {
            current.put(id, known);
        }
        return isNew;
    }

    @Override
    public void remember(String identity, String version, Instant changedAt) {
        current.put(Hashes.of(identity, ""), Hashes.of(identity, version));
    }

    /** Ends a pass: records that were not in it are forgotten. */
    void endPass() {
        last = current;
        current = new HashMap<>();
        complete = true;
    }

    /** Whether a pass has ended, so that what is new now has changed since. */
    boolean knowsAPass() {
        return complete;
    }
}
