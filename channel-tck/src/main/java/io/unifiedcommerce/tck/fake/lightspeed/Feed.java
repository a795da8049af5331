package io.unifiedcommerce.tck.fake.lightspeed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Numbers the changes of the whole store: each gives its record the next number, with gaps, and a record is listed under its
 * newest number only. Thread safe.
 */
final class Feed {
    private static final long FIRST = 48_217_000_000L;
    private static final int GAP = 7;

    /** A record in the feed. */
    record Entry(Ids kind, long id, Instant at) {}

    private record Key(Ids kind, long id) {}

    private final NavigableMap<Long, Entry> byVersion = new TreeMap<>();
    private final Map<Key, Long> versions = new HashMap<>();
    private final Clock clock;
    private final Supplier<Duration> lag;
    private long last = FIRST;

    /** @param lag how long listings lag behind changes */
    Feed(Clock clock, Supplier<Duration> lag) {
        this.clock = clock;
        this.lag = lag;
    }

    synchronized void changed(Ids kind, long id) {
        last += 1 + last % GAP;
        Long before = versions.put(new Key(kind, id), last);
        if (before != null) {
            byVersion.remove(before);
        }
        byVersion.put(last, new Entry(kind, id, clock.instant()));
    }

    /** A record's newest number; 0 when it never changed. */
    synchronized long version(Ids kind, long id) {
        return versions.getOrDefault(new Key(kind, id), 0L);
    }

    /** The records of some kinds after a number, oldest change first. */
    synchronized List<Entry> after(long version, int most, Ids... kinds) {
        Instant shown = clock.instant().minus(lag.get());
        List<Ids> wanted = List.of(kinds);
        return byVersion.tailMap(version, false).values().stream()
                .filter(entry -> wanted.contains(entry.kind()) && !entry.at().isAfter(shown))
                .limit(most)
                .toList();
    }
}
