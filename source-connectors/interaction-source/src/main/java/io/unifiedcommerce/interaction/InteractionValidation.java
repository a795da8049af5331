package io.unifiedcommerce.interaction;

import io.unifiedcommerce.interaction.collect.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;

/** Checks a configuration and reports every error on the key that can mend it. */
final class InteractionValidation {
    private static final String EXACTLY_ONCE = "exactly.once.support";
    private static final String TASKS = "tasks.max";

    private final Map<String, String> props;
    private final Map<String, ConfigValue> values;

    InteractionValidation(Map<String, String> props) {
        this.props = props;
        this.values = new LinkedHashMap<>(InteractionKeys.define().validateAll(props));
    }

    Config run() {
        if ("required".equalsIgnoreCase(props.get(EXACTLY_ONCE))) {
            error(
                    EXACTLY_ONCE,
                    "Delivery is at least once: a browser's request and Kafka's transaction cannot be committed together. Set"
                            + " it to requested; events have ids by which readers drop copies.");
        }
        String tasks = props.getOrDefault(TASKS, "1").trim();
        if (!tasks.equals("1")) {
            error(
                    TASKS,
                    "A collector is one listener on one port, and so one task; set it to 1. For more, create several collectors"
                            + " with ports of their own behind one balancer.");
        }
        if (values.values().stream().allMatch(value -> value.errorMessages().isEmpty())) {
            whole();
        }
        return new Config(List.copyOf(values.values()));
    }

    private void whole() {
        InteractionConfig config;
        try {
            config = new InteractionConfig(props);
        } catch (ConfigException e) {
            error(blamed(e), e.getMessage());
            return;
        }
        if (config.getBoolean(InteractionKeys.ORIGIN_REQUIRED)) {
            config.sites().stream()
                    .filter(site -> site.origins().isEmpty())
                    .map(Site::instance)
                    .forEach(instance -> error(
                            InteractionKeys.ORIGINS,
                            "No request of site '" + instance + "' would be accepted: name an origin for it, or set "
                                    + InteractionKeys.ORIGIN_REQUIRED + " to false."));
        }
        String keyStore = config.getString(InteractionKeys.ADDRESS.keyStore());
        if (keyStore != null && !Files.isReadable(Path.of(keyStore))) {
            error(InteractionKeys.ADDRESS.keyStore(), "No such file that this worker can read.");
        }
    }

    /** Kafka's exception has the key in its text only. */
    private String blamed(ConfigException e) {
        return values.keySet().stream()
                .filter(key -> e.getMessage().contains("for configuration " + key + ":"))
                .findFirst()
                .orElse(InteractionKeys.SITES);
    }

    private void error(String key, String message) {
        values.computeIfAbsent(key, ConfigValue::new).addErrorMessage(message);
    }
}
