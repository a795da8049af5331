package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.CursorSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A feed of changes: what follows its token is not known to Kafka yet, all before it is. */
final class FeedCursor implements Cursor {
    private static final int GONE = 410;

    private final CursorSpec.Feed spec;
    private final Duration pollInterval;

    FeedCursor(CursorSpec.Feed spec, Duration pollInterval) {
        this.spec = spec;
        this.pollInterval = pollInterval;
    }

    @Override
    public Window open(Position at, Instant now) {
        return Window.unbounded(now);
    }

    @Override
    public String startToken(Position at) {
        return at.afterId();
    }

    @Override
    public Position afterToken(Position at, String token) {
        return token == null ? at : at.afterId(token);
    }

    @Override
    public boolean forgotten(ChannelException.Rejected refusal) {
        return refusal.status() == GONE
                || (spec.expired() != null
                        && refusal.body() instanceof Map<?, ?> body
                        && body.containsValue(spec.expired()));
    }

    @Override
    public Position afterWindow(Position at, Window window, Object lastRecord, boolean anything) {
        if (at.afterId() == null) {
            throw new ChannelException.BrokenContract(
                    "the feed of changes was read without a token at which it goes on", null);
        }
        return at;
    }

    @Override
    public boolean reachedLive(Position at) {
        return at.afterId() != null;
    }

    @Override
    public Instant due(Window window, Instant now) {
        return now.plus(pollInterval);
    }
}
