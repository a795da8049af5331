package io.unifiedcommerce.flink.inventory.job;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.util.ParameterTool;

/**
 * Arguments of the job, {@code --name value} each.
 *
 * <pre>
 * --bootstrap-servers    Kafka brokers; required
 * --config               file of the ledger's configuration, YAML or JSON; required
 * --topic-prefix         prefix of all topics; default commerce
 * --group-id             consumer group, and prefix of transactional ids: one for each running job; default inventory-ledger
 * --checkpoint-interval  ISO 8601 duration; default PT10S
 * --checkpoint-dir       URI of a directory for checkpoints; default as the cluster says
 * --state-backend        hashmap or rocksdb; default as the cluster says
 * --delivery             at-least-once (default: a sale reaches the channels in milliseconds) or exactly-once (it waits for
 *                        the next checkpoint)
 * --buffer-timeout       ISO 8601 duration for which records wait to travel together; default PT0.005S
 * --kafka.NAME           any setting of the Kafka clients, such as --kafka.security.protocol
 * </pre>
 */
final class JobArguments {

    private static final String KAFKA = "kafka.";

    private static final List<String> NAMES = List.of(
            "bootstrap-servers",
            "config",
            "topic-prefix",
            "group-id",
            "checkpoint-interval",
            "checkpoint-dir",
            "state-backend",
            "delivery",
            "buffer-timeout");

    private static final List<String> DELIVERIES = List.of("at-least-once", "exactly-once");

    private final Map<String, String> values;

    private JobArguments(Map<String, String> values) {
        this.values = values;
    }

    /** @throws IllegalArgumentException naming the arguments that are unknown, missing or wrong */
    static JobArguments of(String... args) {
        JobArguments arguments =
                new JobArguments(new TreeMap<>(ParameterTool.fromArgs(args).toMap()));
        arguments.values.keySet().stream()
                .filter(name -> !NAMES.contains(name) && !name.startsWith(KAFKA))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("--" + name + ": no such argument; there are "
                            + NAMES.stream().map(known -> "--" + known).collect(Collectors.joining(", "))
                            + " and --kafka.NAME");
                });
        arguments.bootstrapServers();
        arguments.config();
        arguments.checkpointInterval();
        arguments.bufferTimeout();
        arguments.isExactlyOnce();
        return arguments;
    }

    String bootstrapServers() {
        return required("bootstrap-servers");
    }

    Path config() {
        return Path.of(required("config"));
    }

    String topicPrefix() {
        return values.getOrDefault("topic-prefix", "commerce");
    }

    String groupId() {
        return values.getOrDefault("group-id", "inventory-ledger");
    }

    Duration checkpointInterval() {
        return duration("checkpoint-interval", Duration.ofSeconds(10));
    }

    /** Null for the cluster's own. */
    String checkpointDirectory() {
        return values.get("checkpoint-dir");
    }

    /** Null for the cluster's own. */
    String stateBackend() {
        return values.get("state-backend");
    }

    Duration bufferTimeout() {
        return duration("buffer-timeout", Duration.ofMillis(5));
    }

    boolean isExactlyOnce() {
        String delivery = values.getOrDefault("delivery", DELIVERIES.get(0));
        if (!DELIVERIES.contains(delivery)) {
            throw new IllegalArgumentException("--delivery: must be one of " + String.join(", ", DELIVERIES));
        }
        return delivery.equals(DELIVERIES.get(1));
    }

    Properties kafkaProperties() {
        Properties properties = new Properties();
        values.forEach((name, value) -> {
            if (name.startsWith(KAFKA)) {
                properties.setProperty(name.substring(KAFKA.length()), value);
            }
        });
        return properties;
    }

    private String required(String name) {
        String value = values.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("--" + name + ": missing");
        }
        return value;
    }

    private Duration duration(String name, Duration otherwise) {
        String value = values.get(name);
        try {
            return value == null ? otherwise : Duration.parse(value);
        } catch (DateTimeParseException notADuration) {
            throw new IllegalArgumentException(
                    "--" + name + ": must be an ISO 8601 duration such as PT10S", notADuration);
        }
    }
}
