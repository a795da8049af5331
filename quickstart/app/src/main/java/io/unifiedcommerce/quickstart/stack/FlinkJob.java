package io.unifiedcommerce.quickstart.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A packaged Flink job in a mini cluster of its own, started by Flink's command line from the job's jar.
 *
 * <p>After {@link #kill} and {@link #restart} it resumes from its last checkpoint.
 */
public final class FlinkJob implements AutoCloseable {

    private static final Duration READY = Duration.ofSeconds(90);

    private final Runtimes runtimes;
    private final Path directory;
    private final Submission submission;
    private final JsonHttp rest;
    private ChildJvm child;

    private FlinkJob(Runtimes runtimes, Path directory, Submission submission, int port) {
        this.runtimes = runtimes;
        this.directory = directory;
        this.submission = submission;
        this.rest = new JsonHttp(port);
    }

    /**
     * What is run.
     *
     * @param jar the packaged job with all it needs beside Flink itself
     * @param mainClass its main class
     * @param arguments its arguments
     * @param memory heap limit of the process as the JVM writes it, such as {@code 512m}
     */
    public record Submission(Path jar, String mainClass, List<String> arguments, String memory) {

        public Submission {
            arguments = List.copyOf(arguments);
        }
    }

    /** Starts the job and returns when all its tasks run. */
    public static FlinkJob start(Runtimes runtimes, Path runDirectory, Submission submission) {
        int port = Ports.free();
        FlinkJob job;
        try {
            Path directory = Files.createDirectories(runDirectory.resolve("flink"));
            writeConfiguration(directory, port);
            job = new FlinkJob(runtimes, directory, submission, port);
        } catch (IOException e) {
            throw new StackException("Could not write Flink's configuration", e);
        }
        try {
            job.restart();
        } catch (StackException e) {
            job.close();
            throw e;
        }
        return job;
    }

    private static void writeConfiguration(Path directory, int port) throws IOException {
        Files.write(
                directory.resolve("config.yaml"),
                List.of(
                        "rest.address: 127.0.0.1",
                        "rest.bind-address: 127.0.0.1",
                        "rest.port: " + port,
                        "rest.bind-port: " + port,
                        "parallelism.default: 1",
                        "taskmanager.numberOfTaskSlots: 2",
                        "taskmanager.memory.network.min: 32m",
                        "taskmanager.memory.network.max: 32m",
                        "taskmanager.memory.managed.size: 32m",
                        "io.tmp.dirs: " + directory,
                        "execution.checkpointing.dir: "
                                + directory.resolve("checkpoints").toUri(),
                        "execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION"));
    }

    /** Starts the process again after {@link #kill}, from the last complete checkpoint where there is one. */
    public void restart() {
        child = ChildJvm.start(spec(), directory);
        child.awaitReady(READY, this::notRunningBecause);
    }

    private ChildSpec spec() {
        List<String> arguments = new ArrayList<>(List.of("run", "--target", "local"));
        lastCheckpoint().ifPresent(checkpoint -> {
            arguments.add("--fromSavepoint");
            arguments.add(checkpoint.toUri().toString());
        });
        arguments.addAll(
                List.of("--class", submission.mainClass(), submission.jar().toString()));
        arguments.addAll(submission.arguments());
        return new ChildSpec(
                "flink-job",
                directory,
                List.of(),
                submission.memory(),
                runtimes.flink(),
                "io.unifiedcommerce.quickstart.runtime.FlinkMain",
                arguments,
                Map.of("FLINK_CONF_DIR", directory.toString()));
    }

    private Optional<String> notRunningBecause() throws IOException {
        JsonNode job = rest.get("jobs/overview").at("/jobs/0");
        JsonNode tasks = job.path("tasks");
        boolean running = job.path("state").asText().equals("RUNNING")
                && tasks.path("total").asInt() > 0
                && tasks.path("running").asInt() == tasks.path("total").asInt();
        return running ? Optional.empty() : Optional.of("the job is " + job);
    }

    /** The newest complete checkpoint of any run of this job. */
    Optional<Path> lastCheckpoint() {
        Path checkpoints = directory.resolve("checkpoints");
        if (!Files.isDirectory(checkpoints)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(checkpoints, 3)) {
            return files.filter(file -> file.endsWith("_metadata"))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .map(Path::getParent);
        } catch (IOException e) {
            throw new StackException("Could not read " + checkpoints, e);
        }
    }

    /** Of its process. */
    public long pid() {
        return child.pid();
    }

    /** Ends the process without a shutdown, as kill -9 does. */
    public void kill() {
        child.kill();
    }

    @Override
    public void close() {
        rest.close();
        child.close();
    }
}
