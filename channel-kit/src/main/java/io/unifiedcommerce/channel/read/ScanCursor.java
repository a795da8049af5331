package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.manifest.CursorSpec;
import java.time.Instant;
import java.util.Map;

/** Whole passes at an interval. The position only tells when the last one began: what it held is known to memory alone. */
final class ScanCursor implements Cursor {
    private final CursorSpec.Scan spec;

    ScanCursor(CursorSpec.Scan spec) {
        this.spec = spec;
    }

    @Override
    public Window open(Position at, Instant now) {
        return new Window(null, null, now, Integer.MAX_VALUE);
    }

    @Override
    public Map<String, Object> values(Position at, Window window) {
        return Map.of();
    }

    @Override
    public String startKey(Position at, Window window) {
        return null;
    }

    @Override
    public String keyOf(Object record) {
        return null;
    }

    @Override
    public Position afterWindow(Position at, Window window, Object lastRecord, boolean anything) {
        return at.until(window.openedAt());
    }

    @Override
    public boolean reachedLive(Position at) {
        return true;
    }

    @Override
    public Instant due(Window window, Instant now) {
        return window.openedAt().plus(spec.every());
    }
}
