package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.manifest.CursorSpec;
import io.unifiedcommerce.channel.record.Path;
import java.time.Instant;

/** Whole passes at an interval. The position only tells when the last one began: what it held is known to memory alone. */
final class ScanCursor implements Cursor {
    private final CursorSpec.Scan spec;
    private final Path id;

    /** @param id of a record: what listings are sorted by whose pages start after the last one */
    ScanCursor(CursorSpec.Scan spec, Path id) {
        this.spec = spec;
        this.id = id;
    }

    @Override
    public Window open(Position at, Instant now) {
        return Window.unbounded(now);
    }

    @Override
    public String keyOf(Object record) {
        return id.string(record);
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
