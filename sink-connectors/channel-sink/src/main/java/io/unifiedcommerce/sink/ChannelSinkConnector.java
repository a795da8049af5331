package io.unifiedcommerce.sink;

import io.unifiedcommerce.channel.config.ChannelConfig;
import io.unifiedcommerce.channel.config.ChannelDefinition;
import io.unifiedcommerce.channel.config.ChannelKeys;
import io.unifiedcommerce.channel.config.ChannelValidation;
import io.unifiedcommerce.channel.config.CredentialCheck;
import io.unifiedcommerce.channel.config.PluginVersion;
import io.unifiedcommerce.channel.http.OkHttpChannelClient;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/**
 * Writes stock levels and customer profiles to a store of any channel whose manifest says how. Subscribe it to the topics
 * {@code <prefix>.cmd.inventory-target.v1} and {@code <prefix>.profiles.v1}, or one of them; of their records it takes those
 * that name its {@code channel.instance}.
 *
 * <p>Delivery is at least once: offsets are committed after a push is applied and its result acknowledged by Kafka. What a
 * second delivery does is the channel's to say; see its write strategy.
 */
public class ChannelSinkConnector extends SinkConnector {
    private static final Duration LIVE_CHECK_LIMIT = Duration.ofSeconds(5);

    private final String fixedChannel;
    private final ChannelDefinition definition;
    private Map<String, String> props;

    /** For any channel; {@code channel} chooses it. */
    public ChannelSinkConnector() {
        this(null);
    }

    ChannelSinkConnector(String fixedChannel) {
        this.fixedChannel = fixedChannel;
        this.definition = fixedChannel == null
                ? ChannelDefinition.ofAnyChannel(SinkKeys.definition())
                : ChannelDefinition.of(fixedChannel, SinkKeys.definition());
    }

    @Override
    public String version() {
        return PluginVersion.of(ChannelSinkConnector.class);
    }

    @Override
    public void start(Map<String, String> configuration) {
        definition.parse(configuration);
        props = configuration;
    }

    @Override
    public Class<? extends Task> taskClass() {
        return ChannelSinkTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        Map<String, String> task = new HashMap<>(props);
        if (fixedChannel != null) {
            task.put(ChannelKeys.CHANNEL, fixedChannel);
        }
        return Collections.nCopies(maxTasks, Map.copyOf(task));
    }

    @Override
    public void stop() {
        // tasks own everything that is open
    }

    @Override
    public ConfigDef config() {
        return definition.configDef();
    }

    @Override
    public Config validate(Map<String, String> configuration) {
        ChannelValidation validation = definition.validate(configuration);
        validation.config().ifPresent(config -> SinkRules.check(config, configuration, validation));
        validation
                .config()
                .ifPresent(config -> new CredentialCheck(ChannelSinkConnector::checkingClient, LIVE_CHECK_LIMIT)
                        .run(config, SinkRules.neededScopes(config, configuration), validation));
        return validation.result();
    }

    private static OkHttpChannelClient checkingClient(ChannelConfig config) {
        return OkHttpChannelClient.open(
                config.manifest(),
                config.folder(),
                config.options(),
                config.transport().onceWithin(LIVE_CHECK_LIMIT));
    }
}
