package io.unifiedcommerce.sink;

import io.unifiedcommerce.channel.http.ChannelException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of a task on which everything is written. Work handed to it runs between two batches. */
final class SinkWorker {
    private static final Logger LOG = LoggerFactory.getLogger(SinkWorker.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final List<WriteLane<?>> lanes;
    private final ResultPublisher results;
    private final Runnable observer;
    private final Clock clock;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile Throwable failure;

    /**
     * @param lanes in the order of their importance
     * @param observer runs after each round, on the thread
     */
    SinkWorker(String name, List<WriteLane<?>> lanes, ResultPublisher results, Runnable observer, Clock clock) {
        this.lanes = List.copyOf(lanes);
        this.results = results;
        this.observer = observer;
        this.clock = clock;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Runs this on the thread, soon. */
    void execute(Runnable work) {
        inbox.add(work);
    }

    /**
     * Forgets partitions, and waits until a batch that holds commands of theirs is done: the next owner may write the same
     * things at once.
     */
    void lose(Collection<TopicPartition> partitions, Duration limit) {
        Set<TopicPartition> lost = Set.copyOf(partitions);
        CountDownLatch done = new CountDownLatch(1);
        execute(() -> {
            lanes.forEach(lane -> lane.lose(lost));
            done.countDown();
        });
        try {
            if (thread.isAlive() && !done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("{} is still writing a batch although partitions were revoked", thread.getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What ended the thread before its time; null while it is well. */
    Throwable failure() {
        return failure;
    }

    /** Ends the thread; the caller closes the client first, which ends a call under way. */
    void stop(Duration limit) {
        stopping = true;
        execute(() -> {});
        try {
            thread.join(limit.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping) {
                runInbox(pauseUntil(nextDue()));
                for (WriteLane<?> lane : lanes) {
                    Instant due = lane.due();
                    if (!stopping && due != null && !due.isAfter(clock.instant())) {
                        lane.step(clock::instant);
                        runInbox(0);
                    }
                }
                observer.run();
            }
        } catch (ChannelException.Closed | InterruptedException e) {
            if (!stopping) {
                failure = e;
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private Instant nextDue() {
        Instant next = results.retry(clock.instant());
        for (WriteLane<?> lane : lanes) {
            Instant due = lane.due();
            if (due != null && (next == null || due.isBefore(next))) {
                next = due;
            }
        }
        return next;
    }

    /** Milliseconds until then, but never long: time-outs of the clock's own are not seen coming. */
    private long pauseUntil(Instant due) {
        if (due == null) {
            return LONGEST_PAUSE.toMillis();
        }
        Instant now = clock.instant();
        if (!due.isAfter(now)) {
            return 0;
        }
        Duration pause = Duration.between(now, due);
        return Math.max(1, Math.min(pause.toMillis(), LONGEST_PAUSE.toMillis()));
    }

    private void runInbox(long pauseMillis) throws InterruptedException {
        Runnable work = pauseMillis == 0 ? inbox.poll() : inbox.poll(pauseMillis, TimeUnit.MILLISECONDS);
        while (work != null) {
            work.run();
            work = inbox.poll();
        }
    }
}
