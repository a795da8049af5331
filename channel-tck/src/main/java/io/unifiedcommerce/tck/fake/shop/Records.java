package io.unifiedcommerce.tck.fake.shop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/**
 * Things of one kind: immediately readable by id, listed by id or by update time after the lag of the platform's
 * search index. Thread safe; a listing read during a change may show one thing at its old and its new position, as
 * real pages do, but never loses one.
 */
public final class Records<T extends Versioned> {
    /** Position of a listing sorted by update time; the id breaks ties. */
    public record Position(Instant updatedAt, long id) implements Comparable<Position> {
        private static final Comparator<Position> ORDER =
                Comparator.comparing(Position::updatedAt).thenComparingLong(Position::id);

        @Override
        public int compareTo(Position other) {
            return ORDER.compare(this, other);
        }
    }

    private record Pending<T>(Instant since, long id, T state) {}

    private final Map<Long, T> current = new ConcurrentHashMap<>();
    private final NavigableMap<Long, T> listedById = new ConcurrentSkipListMap<>();
    private final NavigableMap<Position, T> listedByUpdate = new ConcurrentSkipListMap<>();
    private final Deque<Pending<T>> pending = new ArrayDeque<>();
    private final Clock clock;
    private final Supplier<Duration> lag;

    Records(Clock clock, Supplier<Duration> lag) {
        this.clock = clock;
        this.lag = lag;
    }

    /** The newest state, whatever the lag of lists. */
    public Optional<T> find(long id) {
        return Optional.ofNullable(current.get(id));
    }

    public Collection<T> all() {
        return List.copyOf(current.values());
    }

    public int size() {
        return current.size();
    }

    /** What lists show now, by ascending id. */
    public NavigableMap<Long, T> byId() {
        index();
        return listedById;
    }

    /** What lists show now, by ascending update time, then id. */
    public NavigableMap<Position, T> byUpdate() {
        index();
        return listedByUpdate;
    }

    void put(T state) {
        current.put(state.id(), state);
        enqueue(state.id(), state);
    }

    void remove(long id) {
        current.remove(id);
        enqueue(id, null);
    }

    private void enqueue(long id, T state) {
        synchronized (pending) {
            pending.add(new Pending<>(clock.instant(), id, state));
        }
        index();
    }

    private void index() {
        Instant horizon = clock.instant().minus(lag.get());
        synchronized (pending) {
            while (!pending.isEmpty() && !pending.peek().since().isAfter(horizon)) {
                apply(pending.poll());
            }
        }
    }

    private void apply(Pending<T> change) {
        T before =
                change.state() == null ? listedById.remove(change.id()) : listedById.put(change.id(), change.state());
        if (change.state() != null) {
            listedByUpdate.put(new Position(change.state().updatedAt(), change.id()), change.state());
        }
        if (before != null
                && (change.state() == null
                        || !before.updatedAt().equals(change.state().updatedAt()))) {
            listedByUpdate.remove(new Position(before.updatedAt(), change.id()));
        }
    }
}
