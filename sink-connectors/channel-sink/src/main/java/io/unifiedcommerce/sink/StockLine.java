package io.unifiedcommerce.sink;

import io.unifiedcommerce.channel.write.WriteOutcome;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;

/**
 * The pushes of one SKU at one location. Of those that are done only ids and outcome are kept: there is a line for every SKU
 * that was ever written.
 */
final class StockLine {
    private final Deque<StockPush> waiting = new ArrayDeque<>();
    /** Where the newest push came from. */
    private TopicPartition partition;

    private StockPush inFlight;
    private String newestPushId;
    private long newestVersion = Long.MIN_VALUE;
    private String decidedPushId;
    private Settlement decidedSettlement;

    /** The push with the same id that waits or is being written; null when there is none. */
    StockPush find(StockPush push) {
        if (push.isSamePush(inFlight)) {
            return inFlight;
        }
        return waiting.stream().filter(push::isSamePush).findFirst().orElse(null);
    }

    /**
     * What became of the same push before, where that is final: what was applied must not be applied again, and what may have
     * been applied must not either. Null where it may be tried.
     */
    Settlement knownOutcome(StockPush push) {
        boolean same = push.command().pushId().equals(decidedPushId);
        if (!same || !(decidedSettlement instanceof Settlement.Written written)) {
            return null;
        }
        WriteOutcome outcome = written.outcome();
        boolean effective = outcome instanceof WriteOutcome.Applied || outcome instanceof WriteOutcome.Unknown;
        return effective ? decidedSettlement : null;
    }

    /** Whether the same push may have been written and the store was not asked what it shows since. */
    boolean isDoubtful(StockPush push) {
        return knownOutcome(push) instanceof Settlement.Written written
                && written.outcome() instanceof WriteOutcome.Unknown unknown
                && !unknown.isObserved();
    }

    /** Whether a push as new or newer was taken in. The newest may come again. */
    boolean isStale(StockPush push) {
        return push.version() <= newestVersion && !push.command().pushId().equals(newestPushId);
    }

    long newestVersion() {
        return newestVersion;
    }

    /** Adds a push; gives back those that it makes superfluous. */
    List<StockPush> add(StockPush push) {
        List<StockPush> superfluous = new ArrayList<>();
        if (push.replacesOlder()) {
            superfluous.addAll(waiting);
            waiting.clear();
        }
        waiting.add(push);
        partition = push.taken().get(0).claim().partition();
        newestPushId = push.command().pushId();
        newestVersion = push.version();
        return superfluous;
    }

    /** The next push to write, null when none waits. */
    StockPush first() {
        return waiting.peek();
    }

    boolean isInFlight() {
        return inFlight != null;
    }

    void send() {
        inFlight = waiting.remove();
    }

    void decided(Settlement settlement) {
        decidedPushId = inFlight.command().pushId();
        decidedSettlement = settlement;
        inFlight = null;
    }

    /** Lets the push in flight wait again, first in line, unless a newer one replaces it, which is then given back. */
    StockPush putBack() {
        StockPush push = inFlight;
        inFlight = null;
        for (StockPush newer : waiting) {
            if (newer.replacesOlder()) {
                return newer;
            }
        }
        waiting.addFirst(push);
        return null;
    }

    List<StockPush> removeExpired(Instant now) {
        Predicate<StockPush> expired = push -> push.expired(now);
        List<StockPush> removed = waiting.stream().filter(expired).toList();
        waiting.removeIf(expired);
        return removed;
    }

    /**
     * Forgets the pushes that another task has now, and what was written of them: that task may write newer ones.
     *
     * @return whether nothing is left to know
     */
    boolean lose(Set<TopicPartition> lost) {
        waiting.removeIf(push -> push.isLost(lost));
        if (inFlight != null && inFlight.isLost(lost)) {
            inFlight = null;
        }
        if (lost.contains(partition)) {
            newestPushId = null;
            newestVersion = Long.MIN_VALUE;
            decidedPushId = null;
            decidedSettlement = null;
        }
        return waiting.isEmpty() && inFlight == null && newestPushId == null;
    }
}
