package io.unifiedcommerce.channel.config;

import io.unifiedcommerce.channel.manifest.NearestName;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** A closed list of values: it validates, and it is what a user interface offers. */
record OneOf(List<String> allowed) implements ConfigDef.Validator, ConfigDef.Recommender {

    @Override
    public void ensureValid(String key, Object value) {
        List<?> given = value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
        for (Object item : given) {
            if (!allowed.contains(item.toString())) {
                throw new ConfigException(key, value, NearestName.hint(item.toString(), allowed));
            }
        }
    }

    @Override
    public List<Object> validValues(String key, Map<String, Object> parsedConfig) {
        return List.copyOf(allowed);
    }

    @Override
    public boolean visible(String key, Map<String, Object> parsedConfig) {
        return true;
    }

    @Override
    public String toString() {
        return "one of " + String.join(", ", allowed);
    }
}
