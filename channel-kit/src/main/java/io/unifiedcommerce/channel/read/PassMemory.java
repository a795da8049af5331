package io.unifiedcommerce.channel.read;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The last emitted version of every record that passes list; about 120 bytes a record. */
final class PassMemory implements Memory {
    private final Map<Long, Emitted> versions = new HashMap<>();
    private boolean complete;

    /** @param changedAt null where the platform does not tell */
    private record Emitted(long version, Instant changedAt) {}

    /**
     * Knows from the start what was emitted when history was read.
     *
     * @param emitted versions by record
     * @param until when history ended
     */
    static PassMemory after(Map<Long, Long> emitted, Instant until) {
        PassMemory memory = new PassMemory();
        emitted.forEach((record, version) -> memory.versions.put(record, new Emitted(version, until)));
        return memory;
    }

    @Override
    public boolean isNew(Version version) {
        Emitted known = versions.get(version.record());
        return known == null || known.version() != version.version();
    }

    @Override
    public void remember(Version version, Instant changedAt) {
        versions.put(version.record(), new Emitted(version.version(), changedAt));
    }

    /**
     * A pass is over.
     *
     * @param from records from before are not listed any more; null where each pass lists all
     */
    void endPass(Instant from) {
        complete = true;
        if (from != null) {
            versions.values()
                    .removeIf(emitted ->
                            emitted.changedAt() != null && emitted.changedAt().isBefore(from));
        }
    }

    /** Whether a pass has ended, so that what is new now has changed since. */
    boolean knowsAPass() {
        return complete;
    }
}
