package io.unifiedcommerce.quickstart.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * The stack under one run directory. Parts are stopped in the reverse order of their start: a worker or a job whose broker
 * has gone does not stop by itself.
 *
 * <p>Worker and job may be started by two threads beside each other, and {@link #close} may be called by any thread, such
 * as a shutdown hook.
 */
public final class Stack implements AutoCloseable {

    private final Runtimes runtimes;
    private final Path directory;
    private final Parts started = new Parts();
    private Broker broker;
    private TillDatabase till;

    private Stack(Runtimes runtimes, Path directory) {
        this.runtimes = runtimes;
        this.directory = directory;
    }

    /**
     * Starts broker and till database beside each other.
     *
     * @param directory exists and is empty; logs, data and unpacked plugins go there
     */
    public static Stack start(Runtimes runtimes, Path directory) {
        return start(runtimes, directory, Stack::startParts);
    }

    /** The same without a till database. */
    public static Stack startWithoutTill(Runtimes runtimes, Path directory) {
        return start(runtimes, directory, Stack::startBroker);
    }

    private static Stack start(Runtimes runtimes, Path directory, Consumer<Stack> parts) {
        Stack stack = new Stack(runtimes, directory.toAbsolutePath());
        try {
            parts.accept(stack);
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private void startBroker() {
        broker = started.add(Broker.start(runtimes, directory));
    }

    private void startParts() {
        var tillStart = CompletableFuture.supplyAsync(() -> TillDatabase.start(runtimes, directory));
        try {
            startBroker();
        } finally {
            till = started.add(await(tillStart));
        }
    }

    private static <T> T await(CompletableFuture<T> start) {
        try {
            return start.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackException cause ? cause : e;
        }
    }

    public Broker broker() {
        return broker;
    }

    /** Null without a till. */
    public TillDatabase till() {
        return till;
    }

    /**
     * Starts a Connect worker.
     *
     * @param archives packaged plugin archives for its plugin path
     * @param environment what connectors may ask for as {@code ${env:NAME}}
     */
    public ConnectWorker startWorker(List<Path> archives, Map<String, String> environment) {
        return startWorker(archives, environment, Map.of());
    }

    /**
     * Starts a Connect worker.
     *
     * @param settings settings of the worker that are to be others than the usual ones
     */
    public ConnectWorker startWorker(
            List<Path> archives, Map<String, String> environment, Map<String, String> settings) {
        Path pluginPath = PluginArchives.unpack(archives, directory.resolve("plugins"));
        return started.add(
                ConnectWorker.start(runtimes, directory, broker.bootstrapServers(), pluginPath, environment, settings));
    }

    /** Starts a Flink job. */
    public FlinkJob startJob(FlinkJob.Submission submission) {
        return started.add(FlinkJob.start(runtimes, directory, submission));
    }

    @Override
    public void close() {
        started.close();
    }
}
