package io.unifiedcommerce.source.webhook;

import io.unifiedcommerce.channel.webhook.WebhookHint;
import io.unifiedcommerce.sourcekit.Ticket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToIntFunction;

/**
 * Hints that wait to be followed. Several hints at one record are followed once; a hint that comes while its record is being
 * read again is followed anew, because the reading may have been too early for it.
 */
public final class WebhookInbox {
    private record Key(String stream, String slice, boolean deleted, String id, Map<String, Object> record) {
        private boolean goesWith(Key other) {
            return record == null
                    && other.record == null
                    && stream.equals(other.stream)
                    && deleted == other.deleted
                    && (slice == null ? other.slice == null : slice.equals(other.slice));
        }
    }

    /**
     * Hints that are followed together.
     *
     * @param slice null where the stream has none
     * @param deleted whether the records are gone
     * @param ids of records that are read again; empty where the notification is the record
     * @param record the notification, where that is the record; else null
     * @param tickets all notifications that told of them
     */
    public record Hints(
            String stream,
            String slice,
            boolean deleted,
            List<String> ids,
            Map<String, Object> record,
            List<Ticket> tickets) {}

    private final Map<Key, List<Ticket>> waiting = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();

    /** Adds a hint. */
    public void add(WebhookHint hint, Ticket ticket) {
        lock.lock();
        try {
            Key key = new Key(hint.stream(), hint.slice(), hint.deleted(), hint.id(), hint.record());
            waiting.computeIfAbsent(key, any -> new ArrayList<>()).add(ticket);
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the oldest hint and those that can be followed with it, waiting a while for one.
     *
     * @param most how many records of a stream are read again at once
     * @return null when none came
     */
    public Hints take(ToIntFunction<String> most, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && nanos > 0) {
                nanos = arrived.awaitNanos(nanos);
            }
            return waiting.isEmpty()
                    ? null
                    : takeWith(waiting.keySet().iterator().next(), most);
        } finally {
            lock.unlock();
        }
    }

    private Hints takeWith(Key first, ToIntFunction<String> most) {
        if (first.record() != null) {
            return new Hints(first.stream(), null, false, List.of(), first.record(), waiting.remove(first));
        }
        List<String> ids = new ArrayList<>();
        List<Ticket> tickets = new ArrayList<>();
        int limit = most.applyAsInt(first.stream());
        Iterator<Map.Entry<Key, List<Ticket>>> entries = waiting.entrySet().iterator();
        while (entries.hasNext() && ids.size() < limit) {
            Map.Entry<Key, List<Ticket>> entry = entries.next();
            if (entry.getKey().goesWith(first)) {
                ids.add(entry.getKey().id());
                tickets.addAll(entry.getValue());
                entries.remove();
            }
        }
        return new Hints(first.stream(), first.slice(), first.deleted(), ids, null, tickets);
    }
}
