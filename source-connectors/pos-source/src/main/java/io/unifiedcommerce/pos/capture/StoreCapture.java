package io.unifiedcommerce.pos.capture;

import io.unifiedcommerce.pos.database.Preflight;
import io.unifiedcommerce.pos.record.RecordPlan;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The capture of one store. It has a thread of its own, which waits for the database as long as that is away and ends with the
 * first fault that somebody has to mend. A task may run many of them into one queue: they share nothing else, so a broken store
 * holds up no other.
 */
public final class StoreCapture {
    private static final Logger LOG = LoggerFactory.getLogger(StoreCapture.class);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);

    private final RecordPlan plan;
    private final CaptureSettings settings;
    private final Clock clock;
    private final BatchQueue queue;
    private final Progress progress;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile CaptureSession session;
    private volatile ConnectException failure;

    /**
     * @param stored reads the store's position from Connect's offsets
     * @param queue takes the records
     */
    public StoreCapture(
            RecordPlan plan,
            CaptureSettings settings,
            Supplier<Position> stored,
            BatchQueue queue,
            CaptureMetrics metrics,
            Clock clock) {
        this.plan = plan;
        this.settings = settings;
        this.clock = clock;
        this.queue = queue;
        this.progress = new Progress(stored, queue, metrics);
        this.thread =
                new Thread(this::run, "pos-capture-" + settings.provenance().instance());
        thread.setDaemon(true);
        // Debezium finds its services by the thread's class loader, which must be the plugin's.
        thread.setContextClassLoader(StoreCapture.class.getClassLoader());
    }

    /** Starts the capture; waits for nothing. */
    public void start() {
        thread.start();
    }

    /** Connect has stored offsets: the server may forget what is before them. */
    public void committed() {
        progress.committed.set(true);
    }

    /**
     * Tells of a fault that ended the capture.
     *
     * @throws ConnectException when there is one
     */
    public void throwIfFailed() {
        if (failure != null) {
            throw new ConnectException(failure.getMessage(), failure);
        }
    }

    /** Ends the capture; a thread that hangs in the database's driver is left behind after the longest wait. */
    public void stop(Duration longest) {
        stopping.countDown();
        CaptureSession current = session;
        if (current != null) {
            current.cancel();
        }
        thread.interrupt();
        try {
            thread.join(longest.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("The capture of {} did not end within {}; its thread is left behind", name(), longest);
        }
    }

    private void run() {
        Duration backoff = settings.backoff();
        try {
            progress.begin();
            while (running()) {
                Position before = progress.position();
                try {
                    session = new CaptureSession(plan, settings, progress, this::running, clock);
                    session.run();
                } catch (SQLException | RuntimeException e) {
                    if (!running()) {
                        return;
                    }
                    if (!CaptureFault.passes(e)) {
                        throw e;
                    }
                    backoff = progress.position().equals(before) ? next(backoff) : settings.backoff();
                    progress.metrics().restarted();
                    LOG.warn("The database of {} is away; next try in {}: {}", name(), backoff, CaptureFault.reason(e));
                    stopping.await(backoff.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            // stop() woke this thread; there is nothing more to do.
        } catch (SQLException e) {
            fail(Preflight.unreachable(settings.address(), e).message(), e);
        } catch (RuntimeException e) {
            fail(e.getMessage(), e);
        } finally {
            queue.wake();
        }
    }

    private void fail(String message, Exception cause) {
        failure = new ConnectException("The capture of " + name() + " cannot go on: " + message, cause);
    }

    private static Duration next(Duration backoff) {
        Duration doubled = backoff.multipliedBy(2);
        return doubled.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : doubled;
    }

    private boolean running() {
        return stopping.getCount() > 0;
    }

    private String name() {
        return settings.provenance().instance();
    }

    /** What outlives a session: the position handed over, and what Connect has stored. */
    private static final class Progress implements CaptureSession.Handover {
        private final AtomicBoolean committed = new AtomicBoolean();
        private final Supplier<Position> stored;
        private final BatchQueue queue;
        private final CaptureMetrics metrics;
        private Position position;

        Progress(Supplier<Position> stored, BatchQueue queue, CaptureMetrics metrics) {
            this.stored = stored;
            this.queue = queue;
            this.metrics = metrics;
        }

        void begin() {
            position = stored.get();
        }

        @Override
        public void put(List<SourceRecord> records, Position reached) throws InterruptedException {
            if (!records.isEmpty()) {
                queue.put(new Batch(records));
            }
            position = reached;
        }

        @Override
        public Position position() {
            return position;
        }

        @Override
        public Position stored() {
            return stored.get();
        }

        @Override
        public boolean committed() {
            return committed.getAndSet(false);
        }

        @Override
        public CaptureMetrics metrics() {
            return metrics;
        }
    }
}
