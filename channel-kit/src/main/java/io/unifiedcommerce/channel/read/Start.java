package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.manifest.CursorSpec;
import java.time.Instant;

/**
 * Where a stream begins that was never read.
 *
 * @param muted whether records are passed over until the present is reached: the cursor cannot begin at the present
 */
record Start(Position position, boolean muted) {

    static Start of(StreamPlan plan, StartTime start, Instant now) {
        boolean fromNow = start.kind() == StartTime.Kind.NOW;
        if (plan.live().spec().cursor() instanceof CursorSpec.Feed) {
            // A feed has no beginning of its own: even who wants only news must read all once, for the token.
            return new Start(ofFeed(plan), fromNow);
        }
        CursorSpec.Time live = plan.live().spec().cursor() instanceof CursorSpec.Time time ? time : null;
        CursorSpec.Time history = plan.backfill().spec().cursor() instanceof CursorSpec.Time time ? time : null;
        if (fromNow) {
            return new Start(Position.live(live == null ? null : now), live == null);
        }
        Instant from = start.kind() == StartTime.Kind.BEGINNING ? Instant.EPOCH : start.instant();
        CursorSpec.Time either = live != null ? live : history;
        Instant liveFrom = either == null ? null : TimeCursor.certain(either, now);
        if (live == null && history != null && !from.isBefore(liveFrom)) {
            // No history is asked for; what changes from now on cannot be told from what is there.
            return new Start(Position.live(null), true);
        }
        // A backfill by id cannot begin at an instant, but the listing of changes can.
        boolean changesFrom = live != null && start.kind() == StartTime.Kind.AT && history == null;
        if (changesFrom || (live != null && !from.isBefore(liveFrom))) {
            return new Start(Position.live(from), false);
        }
        return new Start(Position.backfill(history == null ? null : from, liveFrom), false);
    }

    /** Where a feed begins of which no token is known. */
    static Position ofFeed(StreamPlan plan) {
        return plan.backfill() == plan.live() ? Position.live(null) : Position.backfill(null, null);
    }
}
