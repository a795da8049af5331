package io.unifiedcommerce.sourcekit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Bounded room between the threads that read and the thread that Kafka Connect polls with. */
public final class RecordBuffer {
    private final int mostRecords;
    private final long mostBytes;
    private final Deque<Outgoing> records = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long bytes;
    private boolean closed;

    /**
     * @param mostRecords most records at once
     * @param mostBytes most bytes at once, by the records' own estimates
     */
    public RecordBuffer(int mostRecords, long mostBytes) {
        this.mostRecords = mostRecords;
        this.mostBytes = mostBytes;
    }

    /**
     * Adds a record once there is room; one that is larger than the whole room waits until it is alone.
     *
     * @throws InterruptedException also when the buffer was closed
     */
    public void put(Outgoing record) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed
                    && !records.isEmpty()
                    && (records.size() >= mostRecords || bytes + record.bytes() > mostBytes)) {
                changed.await();
            }
            if (closed) {
                throw new InterruptedException("the task is stopping");
            }
            records.add(record);
            bytes += record.bytes();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Adds all of some records, or none of them when there is no room for all.
     *
     * @return whether they were added
     */
    public boolean offer(List<Outgoing> added) {
        lock.lock();
        try {
            long more = added.stream().mapToLong(Outgoing::bytes).sum();
            if (closed || records.size() + added.size() > mostRecords || bytes + more > mostBytes) {
                return false;
            }
            records.addAll(added);
            bytes += more;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes what is there, waiting a while for the first record; empty when none came. */
    public List<Outgoing> take(int most, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (records.isEmpty() && !closed && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            List<Outgoing> taken = new ArrayList<>(Math.min(most, records.size()));
            while (taken.size() < most && !records.isEmpty()) {
                Outgoing record = records.poll();
                bytes -= record.bytes();
                taken.add(record);
            }
            changed.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing waits to be taken. */
    public boolean isEmpty() {
        lock.lock();
        try {
            return records.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Ends all waiting; nothing is added any more. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
