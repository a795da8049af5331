package io.unifiedcommerce.pos;

import io.unifiedcommerce.channel.config.ChannelKeys;
import io.unifiedcommerce.channel.manifest.DatabaseManifest;
import io.unifiedcommerce.channel.manifest.NearestName;
import io.unifiedcommerce.pos.database.Finding;
import io.unifiedcommerce.pos.database.Preflight;
import io.unifiedcommerce.pos.record.Translations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;

/** Checks a configuration, first by itself and then, when that finds nothing, against the database. Changes nothing there. */
final class PosValidation {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Map<String, String> props;

    PosValidation(Map<String, String> props) {
        this.props = props;
    }

    Config run() {
        Map<String, ConfigValue> values;
        try {
            DatabaseManifest manifest = PosConfig.manifest(props);
            values = new LinkedHashMap<>(PosConfig.definition(manifest).validateAll(props));
            options(manifest, values);
        } catch (ConfigException e) {
            values = new LinkedHashMap<>(PosKeys.define().validateAll(props));
            error(values, ChannelKeys.CHANNEL, e.getMessage());
        }
        boolean sound =
                values.values().stream().allMatch(value -> value.errorMessages().isEmpty());
        if (sound) {
            live(values);
        }
        List<ConfigValue> all = new ArrayList<>(values.values());
        return new Config(all);
    }

    private void options(DatabaseManifest manifest, Map<String, ConfigValue> values) {
        Set<String> known = manifest.options().keySet();
        // A key that begins like the channel's own but is none of them would silently have no effect.
        props.keySet().stream()
                .filter(key -> key.startsWith("pos.") && !known.contains(key))
                .sorted()
                .forEach(key -> error(values, key, "Unknown option; " + NearestName.hint(key, known)));
        manifest.tables().values().stream()
                .flatMap(table -> table.translate().values().stream())
                .map(DatabaseManifest.TranslateSpec::by)
                .distinct()
                .filter(props::containsKey)
                .forEach(option -> {
                    try {
                        Translations.of(manifest, Map.of(option, props.get(option)));
                    } catch (IllegalArgumentException e) {
                        error(values, option, e.getMessage());
                    }
                });
    }

    private void live(Map<String, ConfigValue> values) {
        PosConfig config = PosConfig.parse(props);
        if (config.liveCheck()) {
            findings(config).forEach(finding -> error(values, finding.key(), finding.message()));
        }
    }

    /** On a thread of its own: a server that takes the connection and then says nothing must not hold up the worker. */
    private static List<Finding> findings(PosConfig config) {
        CompletableFuture<List<Finding>> answer = new CompletableFuture<>();
        Thread asking = new Thread(
                () -> {
                    try {
                        answer.complete(check(config));
                    } catch (RuntimeException e) {
                        answer.completeExceptionally(e);
                    }
                },
                "pos-preflight");
        asking.setDaemon(true);
        asking.start();
        try {
            return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return List.of(Preflight.unreachable(
                    config.address(), new SQLException("no answer within " + LIMIT.toSeconds() + " seconds", "08001")));
        } catch (ExecutionException e) {
            throw (RuntimeException) e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static List<Finding> check(PosConfig config) {
        try (Connection connection = config.address().connect(LIMIT, LIMIT)) {
            return new Preflight(config.plan(), config.capture()).check(connection);
        } catch (SQLException e) {
            return List.of(Preflight.unreachable(config.address(), e));
        }
    }

    private static void error(Map<String, ConfigValue> values, String key, String message) {
        values.computeIfAbsent(key, ConfigValue::new).addErrorMessage(message);
    }
}
