package io.unifiedcommerce.quickstart.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** A Kafka broker which is its own controller. It keeps its data and port over {@link #kill} and {@link #restart}. */
public final class Broker implements AutoCloseable {

    private static final String CLUSTER_ID = "dW5pZmllZC1jb21tZXJjZQ";
    private static final Duration READY = Duration.ofSeconds(60);

    private final Path directory;
    private final ChildSpec spec;
    private final String bootstrapServers;
    private final Admin admin;
    private ChildJvm child;

    private Broker(Path directory, ChildSpec spec, int port) {
        this.directory = directory;
        this.spec = spec;
        this.bootstrapServers = "127.0.0.1:" + port;
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                "200"));
    }

    /** Starts a broker with its data under {@code directory} and returns when it answers. */
    public static Broker start(Runtimes runtimes, Path directory) {
        int port = Ports.free();
        Path settings = SettingsFile.write(
                directory.resolve("broker.properties"), BrokerSettings.of(directory, port, Ports.free()));
        ChildSpec spec = new ChildSpec(
                "broker",
                directory,
                "256m",
                runtimes.broker(),
                "io.unifiedcommerce.quickstart.runtime.BrokerMain",
                List.of(settings.toString(), CLUSTER_ID));
        Broker broker = new Broker(directory, spec, port);
        try {
            broker.restart();
        } catch (StackException e) {
            broker.close();
            throw e;
        }
        return broker;
    }

    /** Starts the process again after {@link #kill}, on the same data and port. */
    public void restart() {
        child = ChildJvm.start(spec, directory);
        child.awaitReady(READY, () -> {
            int brokers =
                    admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).size();
            return brokers == 1 ? Optional.empty() : Optional.of(brokers + " brokers registered");
        });
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** For lags and offsets; closed with the broker. */
    public Admin admin() {
        return admin;
    }

    /** Creates the topics that do not exist yet and leaves the others as they are. */
    public void createTopics(Set<String> names, int partitions, Map<String, String> configuration) {
        var topics = names.stream()
                .map(name -> new NewTopic(name, partitions, (short) 1).configs(configuration))
                .toList();
        for (var created : admin.createTopics(topics).values().entrySet()) {
            try {
                created.getValue().get(30, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new StackException("Could not create topic " + created.getKey(), e.getCause());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackException("Interrupted while creating topic " + created.getKey(), e);
            } catch (java.util.concurrent.TimeoutException e) {
                throw new StackException("Could not create topic " + created.getKey() + " within 30 s", e);
            }
        }
    }

    long pid() {
        return child.pid();
    }

    /** Ends the process without a shutdown, as kill -9 does. */
    public void kill() {
        child.kill();
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
        child.close();
    }
}
