package io.unifiedcommerce.quickstart.loop;

import io.unifiedcommerce.quickstart.live.Notes;
import io.unifiedcommerce.quickstart.stack.ConnectWorker;
import io.unifiedcommerce.quickstart.stack.FlinkJob;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Kills parts in the middle of the sales, as a power cut would, and starts them again: the Connect worker after a third of
 * the invoices, the Flink job after two thirds.
 */
public final class Outages implements AutoCloseable {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final ConnectWorker worker;
    private final FlinkJob job;
    private final LongSupplier played;
    private final int invoices;
    private final Notes notes;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Thread thread = new Thread(this::run, "outages");

    /**
     * @param played how many invoices are played
     * @param invoices how many there are
     */
    public Outages(ConnectWorker worker, FlinkJob job, LongSupplier played, int invoices, Notes notes) {
        this.worker = worker;
        this.job = job;
        this.played = played;
        this.invoices = invoices;
        this.notes = notes;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try {
            awaitPlayed(invoices / 3);
            outage("Connect worker", worker::kill, worker::restart);
            awaitPlayed(invoices * 2 / 3);
            outage("Flink job", job::kill, job::restart);
            done.complete(null);
        } catch (InterruptedException | RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    private void awaitPlayed(long count) throws InterruptedException {
        while (played.getAsLong() < count) {
            LockSupport.parkNanos(LOOK_NANOS);
            if (Thread.interrupted()) {
                throw new InterruptedException("The outages were stopped");
            }
        }
    }

    private void outage(String part, Runnable kill, Runnable restart) {
        kill.run();
        notes.add(part + " killed (kill -9) after " + played.getAsLong() + " invoices, starting it again");
        restart.run();
        notes.add(part + " is back");
    }

    /**
     * Returns when everything that was killed runs again.
     *
     * @throws java.util.concurrent.CompletionException where a part did not come back
     */
    public void await() {
        done.join();
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
