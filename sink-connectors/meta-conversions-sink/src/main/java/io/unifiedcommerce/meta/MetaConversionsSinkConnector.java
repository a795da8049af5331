package io.unifiedcommerce.meta;

import io.unifiedcommerce.channel.config.PluginVersion;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/** Sends orders and interactions to Meta's Conversions API. */
public final class MetaConversionsSinkConnector extends SinkConnector {
    private Map<String, String> props;

    @Override
    public String version() {
        return PluginVersion.of(MetaConversionsSinkConnector.class);
    }

    @Override
    public void start(Map<String, String> configuration) {
        MetaSettings.of(new AbstractConfig(config(), configuration, false));
        props = Map.copyOf(configuration);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return MetaConversionsSinkTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return Collections.nCopies(maxTasks, props);
    }

    @Override
    public void stop() {
        // tasks own everything that is open
    }

    @Override
    public ConfigDef config() {
        return MetaDefinition.make();
    }
}
