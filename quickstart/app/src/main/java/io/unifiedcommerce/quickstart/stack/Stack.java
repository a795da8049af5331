package io.unifiedcommerce.quickstart.stack;

import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The whole stack under one run directory. Parts are started by their need of each other and stopped in reverse order:
 * a worker or a job whose broker has gone does not stop by itself.
 *
 * <p>Used by one thread; only {@link #close} may be called by another, such as a shutdown hook.
 */
public final class Stack implements AutoCloseable {

    private final Runtimes runtimes;
    private final Path directory;
    private final Deque<AutoCloseable> started = new ConcurrentLinkedDeque<>();
    private Broker broker;
    private TillDatabase till;
    private ConnectWorker worker;

    private Stack(Runtimes runtimes, Path directory) {
        this.runtimes = runtimes;
        this.directory = directory;
    }

    /**
     * Starts broker and till database beside each other, then the worker.
     *
     * @param directory exists and is empty; logs, data and unpacked plugins go there
     * @param archives packaged plugin archives for the worker's plugin path
     */
    public static Stack start(Runtimes runtimes, Path directory, List<Path> archives) {
        Stack stack = new Stack(runtimes, directory.toAbsolutePath());
        try {
            stack.startParts(archives);
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private void startParts(List<Path> archives) {
        var tillStart = CompletableFuture.supplyAsync(() -> TillDatabase.start(runtimes, directory));
        try {
            broker = opened(Broker.start(runtimes, directory));
            Path pluginPath = PluginArchives.unpack(archives, directory.resolve("plugins"));
            worker = opened(ConnectWorker.start(runtimes, directory, broker.bootstrapServers(), pluginPath));
        } finally {
            till = opened(await(tillStart));
        }
    }

    private static <T> T await(CompletableFuture<T> start) {
        try {
            return start.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackException cause ? cause : e;
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        started.push(part);
        return part;
    }

    public Broker broker() {
        return broker;
    }

    public TillDatabase till() {
        return till;
    }

    public ConnectWorker worker() {
        return worker;
    }

    /** Starts a Flink job beside the others; it is stopped before them. */
    public FlinkJob startJob(FlinkJob.Submission submission) {
        return opened(FlinkJob.start(runtimes, directory, submission));
    }

    @Override
    public void close() {
        RuntimeException failure = null;
        for (AutoCloseable part = started.poll(); part != null; part = started.poll()) {
            try {
                part.close();
            } catch (Exception e) {
                failure = failure == null ? new StackException("The stack did not stop cleanly", e) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
