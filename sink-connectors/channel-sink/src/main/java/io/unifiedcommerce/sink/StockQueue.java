package io.unifiedcommerce.sink;

import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Pushes in the order in which they may be written: one at a time for each SKU and location, oldest first, except that a number
 * makes all older ones that were never sent superfluous. Deltas are never summed: each has an idempotency key of its own, which
 * a sum would lose when a restarted task sums differently. Used by one thread.
 */
final class StockQueue implements WriteLane.Source<StockCommand> {
    private static final Duration HELD_CHECK = Duration.ofSeconds(1);

    private final BlastGuard guard;
    private final Duration linger;
    private final BiConsumer<StockPush, Settlement> settled;
    private final Map<StockPush.Key, StockLine> lines = new HashMap<>();
    private final Set<StockPush.Key> ready = new LinkedHashSet<>();
    private final Set<StockPush.Key> held = new LinkedHashSet<>();
    private final Map<StockCommand, StockPush> inFlight = new HashMap<>();
    private Instant nextHeldCheck = Instant.MIN;

    /**
     * @param linger how long the oldest push waits for others to share a request with
     * @param settled takes each push once, when it is decided
     */
    StockQueue(BlastGuard guard, Duration linger, BiConsumer<StockPush, Settlement> settled) {
        this.guard = guard;
        this.linger = linger;
        this.settled = settled;
    }

    /** Takes a push in. */
    void offer(StockPush push, Instant now) {
        StockLine line = Objects.requireNonNullElseGet(lines.get(push.key()), StockLine::new);
        StockPush same = line.find(push);
        if (same != null) {
            same.join(push);
            return;
        }
        if (line.isDoubtful(push) && !line.isStale(push)) {
            push.doubt();
        }
        Settlement known = push.isDoubtful() ? null : line.knownOutcome(push);
        if (known != null) {
            settled.accept(push, known);
        } else if (line.isStale(push)) {
            skip(
                    push,
                    "ledger_version " + push.version() + " is not above " + line.newestVersion()
                            + ", which was taken before; if the ledger was reset, restart the connector");
        } else if (push.expired(now)) {
            skip(push, expiry(push));
        } else {
            lines.put(push.key(), line);
            line.add(push)
                    .forEach(older ->
                            skip(older, "superseded by push " + push.command().pushId()));
            makeReady(push.key(), line);
        }
    }

    @Override
    public List<StockCommand> take(int max, Instant now) {
        releaseExpired(now);
        List<StockCommand> batch = new ArrayList<>();
        Iterator<StockPush.Key> keys = ready.iterator();
        while (keys.hasNext() && batch.size() < max) {
            StockPush.Key key = keys.next();
            keys.remove();
            StockLine line = lines.get(key);
            line.removeExpired(now).forEach(expired -> skip(expired, expiry(expired)));
            StockPush first = line.first();
            if (first == null) {
                continue;
            }
            if (guard.holds(first, now)) {
                held.add(key);
            } else {
                line.send();
                inFlight.put(first.command(), first);
                batch.add(first.command());
            }
        }
        guard.held(held.size(), now);
        return batch;
    }

    @Override
    public Instant due(int max) {
        if (ready.isEmpty()) {
            return held.isEmpty() ? null : nextHeldCheck;
        }
        return ready.size() >= max
                ? Instant.MIN
                : lines.get(ready.iterator().next()).first().arrivedAt().plus(linger);
    }

    @Override
    public boolean isDoubtful(StockCommand command) {
        return inFlight.get(command).isDoubtful();
    }

    @Override
    public boolean isWanted(StockCommand command, Instant now) {
        return !inFlight.get(command).expired(now);
    }

    @Override
    public void decided(StockCommand command, WriteOutcome outcome) {
        StockPush push = inFlight.remove(command);
        Settlement settlement = new Settlement.Written(outcome);
        StockLine line = lines.get(push.key());
        line.decided(settlement);
        settled.accept(push, settlement);
        makeReady(push.key(), line);
    }

    @Override
    public void putBack(List<StockCommand> commands) {
        for (StockCommand command : commands) {
            StockPush push = inFlight.remove(command);
            StockLine line = lines.get(push.key());
            StockPush newer = line.putBack();
            if (newer != null) {
                skip(push, "superseded by push " + newer.command().pushId());
            }
            makeReady(push.key(), line);
        }
    }

    @Override
    public boolean isLost(StockCommand command, Set<TopicPartition> lost) {
        return inFlight.get(command).isLost(lost);
    }

    @Override
    public void lose(Set<TopicPartition> lost) {
        inFlight.values().removeIf(push -> push.isLost(lost));
        lines.entrySet().removeIf(entry -> {
            StockLine line = entry.getValue();
            boolean blank = line.lose(lost);
            if (line.first() == null) {
                ready.remove(entry.getKey());
                held.remove(entry.getKey());
            } else {
                makeReady(entry.getKey(), line);
            }
            return blank;
        });
    }

    /** Pushes that the guard holds back. */
    int heldCount() {
        return held.size();
    }

    private void makeReady(StockPush.Key key, StockLine line) {
        if (line.first() != null && !line.isInFlight()) {
            held.remove(key);
            ready.add(key);
        }
    }

    /** Held pushes that expire are due, so that their ledger hears of it. */
    private void releaseExpired(Instant now) {
        if (held.isEmpty() || now.isBefore(nextHeldCheck)) {
            return;
        }
        nextHeldCheck = now.plus(HELD_CHECK);
        held.removeIf(key -> {
            boolean due = lines.get(key).first().expired(now);
            if (due) {
                ready.add(key);
            }
            return due;
        });
    }

    private void skip(StockPush push, String reason) {
        settled.accept(push, new Settlement.Skipped(reason));
    }

    private static String expiry(StockPush push) {
        return "expired at " + push.target().getExpiresAt();
    }
}
