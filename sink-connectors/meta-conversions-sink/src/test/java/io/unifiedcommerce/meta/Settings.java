package io.unifiedcommerce.meta;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;

/** Configurations as a user writes them. */
final class Settings {
    private Settings() {}

    static Map<String, String> props(String... more) {
        Map<String, String> props = new HashMap<>();
        props.put("meta.dataset.id", "1234567890");
        props.put("meta.access.token", "token-of-the-test");
        props.put("retry.backoff.ms", "2");
        for (int i = 0; i < more.length; i += 2) {
            props.put(more[i], more[i + 1]);
        }
        return props;
    }

    static MetaSettings of(String... more) {
        return MetaSettings.of(new AbstractConfig(MetaDefinition.make(), props(more), false));
    }
}
