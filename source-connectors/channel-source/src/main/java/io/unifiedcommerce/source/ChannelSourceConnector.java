package io.unifiedcommerce.source;

import io.unifiedcommerce.channel.config.ChannelConfig;
import io.unifiedcommerce.channel.config.ChannelDefinition;
import io.unifiedcommerce.channel.config.ChannelKeys;
import io.unifiedcommerce.channel.config.CredentialCheck;
import io.unifiedcommerce.channel.config.PluginVersion;
import io.unifiedcommerce.channel.http.OkHttpChannelClient;
import io.unifiedcommerce.channel.read.StreamPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/**
 * Reads any channel for which there is a folder. Each task reads some of its streams; one of them may listen for webhooks.
 * Delivery is at least once; exactly once with {@code exactly.once.support=required} and without webhooks.
 */
public class ChannelSourceConnector extends SourceConnector {
    /** Connect gives a validation 90 seconds in all; whoever creates a connector by hand waits for this. */
    private static final Duration LIVE_CHECK = Duration.ofSeconds(5);

    private final String fixedChannel;
    private final ChannelDefinition definition;
    private Map<String, String> props;

    public ChannelSourceConnector() {
        this(null);
    }

    /** @param channel the channel the connector is made for; null where it is configured */
    protected ChannelSourceConnector(String channel) {
        this.fixedChannel = channel;
        this.definition = SourceConfig.definition(channel);
    }

    @Override
    public ConfigDef config() {
        return definition.configDef();
    }

    @Override
    public Config validate(Map<String, String> given) {
        CredentialCheck check = new CredentialCheck(ChannelSourceConnector::onceOnly, LIVE_CHECK);
        return new SourceValidation(definition, check).validate(given);
    }

    private static OkHttpChannelClient onceOnly(ChannelConfig config) {
        return OkHttpChannelClient.open(
                config.manifest(),
                config.folder(),
                config.options(),
                config.transport().onceWithin(LIVE_CHECK));
    }

    @Override
    public void start(Map<String, String> given) {
        definition.parse(given);
        props = Map.copyOf(given);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return ChannelSourceTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        SourceConfig config = new SourceConfig(definition.parse(props));
        List<StreamPlan> plans = StreamPlan.of(config.manifest(), config.streams());
        List<Map<String, String>> configs = new ArrayList<>();
        for (TaskUnits.Share share :
                TaskUnits.spread(plans, config.webhooks() || config.managesSubscriptions(), maxTasks)) {
            Map<String, String> task = new HashMap<>(props);
            if (fixedChannel != null) {
                task.put(ChannelKeys.CHANNEL, fixedChannel);
            }
            task.put(ChannelSourceTask.NUMBER, Integer.toString(configs.size()));
            task.put(ChannelSourceTask.STREAMS, String.join(",", share.streams()));
            task.put(ChannelSourceTask.WEBHOOKS, Boolean.toString(share.webhooks()));
            configs.add(task);
        }
        return configs;
    }

    @Override
    public void stop() {
        props = null;
    }

    @Override
    public String version() {
        return PluginVersion.of(ChannelSourceConnector.class);
    }

    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> given) {
        return listens(given) ? ExactlyOnceSupport.UNSUPPORTED : ExactlyOnceSupport.SUPPORTED;
    }

    @Override
    public ConnectorTransactionBoundaries canDefineTransactionBoundaries(Map<String, String> given) {
        return listens(given) ? ConnectorTransactionBoundaries.UNSUPPORTED : ConnectorTransactionBoundaries.SUPPORTED;
    }

    /** Asked of raw, perhaps half-filled configurations, so it must not parse the rest. */
    static boolean listens(Map<String, String> given) {
        return Boolean.parseBoolean(
                String.valueOf(given.get(WebhookKeys.ENABLED)).trim());
    }

    @Override
    public boolean alterOffsets(Map<String, String> connectorConfig, Map<Map<String, ?>, Map<String, ?>> offsets) {
        new OffsetCheck(new SourceConfig(definition.parse(connectorConfig))).check(offsets);
        return true;
    }
}
