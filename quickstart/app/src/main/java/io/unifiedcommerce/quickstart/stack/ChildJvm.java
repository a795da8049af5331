package io.unifiedcommerce.quickstart.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A running child JVM. It lives while this process holds its standard input open and logs into a file.
 *
 * <p>It ignores the interrupt of Ctrl-C, which a terminal sends to all processes at once: the parent stops the parts in
 * their order, since a worker whose broker went first does not stop.
 */
final class ChildJvm implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration STOP = Duration.ofSeconds(12);
    private static final int SHOWN_LOG_LINES = 15;

    private final String name;
    private final Process process;
    private final Path log;

    private ChildJvm(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Starts the child; its output is appended to {@code <logDirectory>/<name>.log}. */
    static ChildJvm start(ChildSpec spec, Path logDirectory) {
        Path log = logDirectory.resolve(spec.name() + ".log");
        ProcessBuilder builder = new ProcessBuilder(spec.command())
                .directory(spec.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(spec.environment());
        try {
            return new ChildJvm(spec.name(), builder.start(), log);
        } catch (IOException e) {
            throw new StackException("Could not start " + spec.name(), e);
        }
    }

    /** One look whether the part can be used; empty when it can, else the reason why not yet. */
    @FunctionalInterface
    interface Probe {
        Optional<String> notReadyBecause() throws Exception;
    }

    /**
     * Blocks until the probe finds the part ready.
     *
     * @throws StackException when the child has ended or the time is over, with its last log lines
     */
    void awaitReady(Duration limit, Probe probe) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<String> reason = look(probe);
            if (reason.isEmpty()) {
                return;
            }
            if (ended(POLL)) {
                throw new StackException(name + " ended with code " + process.exitValue() + lastLogLines());
            }
            if (System.nanoTime() > deadline) {
                throw new StackException(
                        name + " is not ready after " + limit.toSeconds() + " s: " + reason.get() + lastLogLines());
            }
        }
    }

    private static Optional<String> look(Probe probe) {
        try {
            return probe.notReadyBecause();
        } catch (Exception e) {
            return Optional.of(e.toString());
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Kills the child as a power cut would: no shutdown hook runs. Returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        ended(STOP);
    }

    /** Asks the child to stop by ending its input, waits, and kills it when it does not. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not end the input of " + name, e);
        }
        if (!ended(STOP)) {
            kill();
        }
    }

    private boolean ended(Duration limit) {
        try {
            return process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting for " + name, e);
        }
    }

    private String lastLogLines() {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            int from = Math.max(0, lines.size() - SHOWN_LOG_LINES);
            return "; the end of " + log + ":\n  " + String.join("\n  ", lines.subList(from, lines.size()));
        } catch (IOException e) {
            return "; its log " + log + " cannot be read: " + e;
        }
    }
}
