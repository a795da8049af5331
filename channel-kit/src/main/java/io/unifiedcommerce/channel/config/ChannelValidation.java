package io.unifiedcommerce.channel.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigValue;

/** The errors found in a configuration so far. Not safe for use by several threads. */
public final class ChannelValidation {
    private final Map<String, ConfigValue> values;
    private final Supplier<ChannelConfig> parser;

    ChannelValidation(Map<String, ConfigValue> values, Supplier<ChannelConfig> parser) {
        this.values = new LinkedHashMap<>(values);
        this.parser = parser;
    }

    /** Adds an error to the key that can mend it. */
    public void error(String key, String message) {
        values.computeIfAbsent(key, ConfigValue::new).addErrorMessage(message);
    }

    void errorIfNone(String key, String message) {
        if (values.get(key).errorMessages().isEmpty()) {
            error(key, message);
        }
    }

    /** The configuration, for checks that need it whole; empty once there is an error. */
    public Optional<ChannelConfig> config() {
        boolean sound =
                values.values().stream().allMatch(value -> value.errorMessages().isEmpty());
        return sound ? Optional.of(parser.get()) : Optional.empty();
    }

    /** What {@code Connector.validate()} returns. */
    public Config result() {
        List<ConfigValue> all = new ArrayList<>(values.values());
        return new Config(all);
    }
}
