package io.unifiedcommerce.flink.inventory.core;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What will happen in a generated world, and what time it is there. */
final class Agenda {

    private static final int MOST_ENTRIES = 20_000;

    private record Entry(long at, long number, Runnable action) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::number));
    private long number;
    private long now;

    Agenda(long now) {
        this.now = now;
    }

    long now() {
        return now;
    }

    void at(long at, Runnable action) {
        entries.add(new Entry(Math.max(at, now), number++, action));
    }

    void in(long delay, Runnable action) {
        at(now + delay, action);
    }

    /** Everything that happens until {@code end}. */
    void runUntil(long end) {
        int most = entries.size() + MOST_ENTRIES;
        while (!entries.isEmpty() && entries.peek().at() <= end) {
            Entry next = entries.poll();
            now = next.at();
            next.action().run();
            if (--most == 0) {
                throw new AssertionError("The world does not come to rest: something answers itself for ever");
            }
        }
        now = end;
    }
}
