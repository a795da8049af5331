package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.record.Path;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Records with ascending ids that never change, or with a number that a change replaces by the next one of the store: each page
 * is done with when it was emitted.
 */
final class IdCursor implements Cursor {
    private final Path field;
    private final Duration pollInterval;

    IdCursor(String field, Duration pollInterval) {
        this.field = Path.parse(field);
        this.pollInterval = pollInterval;
    }

    @Override
    public Window open(Position at, Instant now) {
        return Window.unbounded(now);
    }

    @Override
    public Map<String, Object> values(Position at, Window window) {
        Map<String, Object> values = new HashMap<>();
        if (at.afterId() != null) {
            values.put("cursor.id", at.afterId());
            values.put("cursor.value", at.afterId());
        }
        return values;
    }

    @Override
    public String startKey(Position at, Window window) {
        return at.afterId();
    }

    @Override
    public String keyOf(Object record) {
        return field.string(record);
    }

    @Override
    public Position afterPage(Position at, Window window, Object lastRecord) {
        String reached = lastRecord == null ? null : keyOf(lastRecord);
        if (reached == null) {
            return at;
        }
        if (isNumber(reached) && isNumber(at.afterId()) && descends(at.afterId(), reached)) {
            throw new ChannelException.BrokenContract(
                    "the listing is not sorted by ascending '" + field + "', so it cannot be its cursor", null);
        }
        return at.afterId(reached);
    }

    private static boolean isNumber(String id) {
        return id != null && id.chars().allMatch(Character::isDigit);
    }

    private static boolean descends(String id, String next) {
        return new BigInteger(next).compareTo(new BigInteger(id)) < 0;
    }

    @Override
    public boolean passed(Position at, Object record) {
        // Some platforms give the id that was asked to go on after once more.
        return at.afterId() != null && at.afterId().equals(keyOf(record));
    }

    @Override
    public Position afterWindow(Position at, Window window, Object lastRecord, boolean anything) {
        return afterPage(at, window, lastRecord);
    }

    @Override
    public boolean reachedLive(Position at) {
        return true;
    }

    @Override
    public Instant due(Window window, Instant now) {
        return now.plus(pollInterval);
    }
}
