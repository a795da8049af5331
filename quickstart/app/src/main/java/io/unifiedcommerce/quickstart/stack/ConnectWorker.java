package io.unifiedcommerce.quickstart.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A distributed Connect worker with exactly-once sources. It keeps its port over {@link #kill} and {@link #restart}. */
public final class ConnectWorker implements AutoCloseable {

    private static final Duration READY = Duration.ofSeconds(90);

    private final Path directory;
    private final ChildSpec spec;
    private final ConnectRest rest;
    private ChildJvm child;

    private ConnectWorker(Path directory, ChildSpec spec, ConnectRest rest) {
        this.directory = directory;
        this.spec = spec;
        this.rest = rest;
    }

    /**
     * Starts a worker and returns when it serves requests.
     *
     * @param pluginPath directory of unpacked plugin archives, each in a folder of its own
     * @param environment what connectors may ask for as {@code ${env:NAME}}
     * @param others settings that are to be others than the usual ones
     */
    public static ConnectWorker start(
            Runtimes runtimes,
            Path directory,
            String bootstrapServers,
            Path pluginPath,
            Map<String, String> environment,
            Map<String, String> others) {
        int port = Ports.free();
        Map<String, String> all = settings(bootstrapServers, port, pluginPath);
        all.putAll(others);
        Path settings = SettingsFile.write(directory.resolve("connect.properties"), all);
        ChildSpec spec = new ChildSpec(
                "connect",
                directory,
                List.of(),
                "512m",
                runtimes.connect(),
                "io.unifiedcommerce.quickstart.runtime.ConnectMain",
                List.of(settings.toString()),
                environment);
        ConnectWorker worker = new ConnectWorker(directory, spec, new ConnectRest(port));
        try {
            worker.restart();
        } catch (StackException e) {
            worker.close();
            throw e;
        }
        return worker;
    }

    private static Map<String, String> settings(String bootstrapServers, int port, Path pluginPath) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("group.id", "unified-commerce");
        settings.put("listeners", "http://127.0.0.1:" + port);
        settings.put("plugin.path", pluginPath.toString());
        // Scanning every class takes the worker five times as long to start; all plugins here have service files.
        settings.put("plugin.discovery", "service_load");
        settings.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        settings.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        settings.put("value.converter.schemas.enable", "false");
        settings.put("exactly.once.source.support", "enabled");
        // Longer than a busy machine takes for one transaction. What a killed task leaves open ends when the task
        // starts
        // again, since its producer has the same transactional id.
        settings.put("producer.transaction.timeout.ms", "60000");
        settings.put("consumer.isolation.level", "read_committed");
        // A killed worker's sink tasks hold their partitions until their sessions are over.
        settings.put("consumer.session.timeout.ms", "10000");
        // Addresses and secrets stay out of the connectors' configurations, which anybody may read over REST.
        settings.put("config.providers", "env");
        settings.put("config.providers.env.class", "org.apache.kafka.common.config.provider.EnvVarConfigProvider");
        settings.put("connector.client.config.override.policy", "All");
        settings.put("scheduled.rebalance.max.delay.ms", "0");
        settings.put("offset.flush.interval.ms", "1000");
        for (String store : List.of("config", "offset", "status")) {
            settings.put(store + ".storage.topic", "connect-" + store);
            settings.put(store + ".storage.replication.factor", "1");
        }
        settings.put("offset.storage.partitions", "1");
        settings.put("status.storage.partitions", "1");
        return settings;
    }

    /** Starts the process again after {@link #kill}; it resumes the connectors it had. */
    public void restart() {
        child = ChildJvm.start(spec, directory);
        child.awaitReady(READY, () -> {
            rest.health();
            return Optional.empty();
        });
    }

    public ConnectRest rest() {
        return rest;
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
