package io.unifiedcommerce.pos.capture;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Takes batches from captures and gives them to the task, never a part of one. Bounded by records: a full queue makes a capture
 * wait, and through it Debezium and at last the server, whose log keeps what nobody has taken. A batch that is larger than the
 * queue is taken when the queue is empty. Safe for several captures and one task.
 */
public final class BatchQueue {
    private final int most;
    private final Queue<Batch> batches = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notFull = lock.newCondition();
    private final Condition notEmpty = lock.newCondition();
    private int records;

    /**
     * @param most records held
     */
    public BatchQueue(int most) {
        this.most = most;
    }

    /** Adds a batch; waits while it does not fit. */
    public void put(Batch batch) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (records > 0 && records + batch.records().size() > most) {
                notFull.await();
            }
            batches.add(batch);
            records += batch.records().size();
            notEmpty.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes whole batches.
     *
     * @param wait longest time to wait for the first one
     * @param enough records after which no further batch is taken
     * @return empty when none came
     */
    public List<SourceRecord> take(Duration wait, int enough) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = wait.toNanos();
            while (batches.isEmpty() && left > 0) {
                left = notEmpty.awaitNanos(left);
            }
            List<SourceRecord> taken = new ArrayList<>();
            while (!batches.isEmpty()
                    && (taken.isEmpty()
                            || taken.size() + batches.peek().records().size() <= enough)) {
                taken.addAll(batches.remove().records());
            }
            records -= taken.size();
            notFull.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Wakes the task, when it should look at a failure instead of waiting on. */
    void wake() {
        lock.lock();
        try {
            notEmpty.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Records held now. */
    public int size() {
        lock.lock();
        try {
            return records;
        } finally {
            lock.unlock();
        }
    }
}
