package io.unifiedcommerce.channel.read;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What look-ups found lately, for all readers of a task. Bounded: what is forgotten is asked for again. Thread safe.
 */
public final class LookupMemory {
    private static final int KEPT = 100_000;
    /** A record may be named before listings know it, so that it is missing only for a while. */
    private static final Duration MISSING = Duration.ofMinutes(1);

    private record Key(String lookup, String id) {}

    /** @param value null when there was no such record */
    record Found(Object value, Instant at) {}

    private final Map<Key, Found> found = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Found> eldest) {
            return size() > KEPT;
        }
    };

    /** What was found not too long ago; null when it has to be asked for. */
    synchronized Found get(LookupPlan plan, String id, Instant now) {
        Found last = found.get(new Key(plan.name(), id));
        if (last == null) {
            return null;
        }
        boolean briefly = last.value() == null && MISSING.compareTo(plan.keepFor()) < 0;
        return last.at().plus(briefly ? MISSING : plan.keepFor()).isAfter(now) ? last : null;
    }

    synchronized void put(LookupPlan plan, String id, Found answer) {
        found.put(new Key(plan.name(), id), answer);
    }
}
