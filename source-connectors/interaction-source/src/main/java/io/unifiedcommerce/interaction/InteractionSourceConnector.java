package io.unifiedcommerce.interaction;

import io.unifiedcommerce.channel.config.PluginVersion;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/**
 * Listens for events that browsers and servers post: page views, searches, carts and the like, in the shapes of a channel
 * folder. A request is answered with 200 only when Kafka has what it brought. Delivery is at least once; an event that is sent
 * twice keeps its id.
 */
public final class InteractionSourceConnector extends SourceConnector {
    private Map<String, String> props;

    @Override
    public ConfigDef config() {
        return InteractionKeys.define();
    }

    @Override
    public Config validate(Map<String, String> given) {
        return new InteractionValidation(given).run();
    }

    @Override
    public void start(Map<String, String> given) {
        new InteractionConfig(given);
        props = Map.copyOf(given);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return InteractionSourceTask.class;
    }

    /** One task: a port can be listened on once, and a second task would take it on the same worker. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return List.of(props);
    }

    @Override
    public void stop() {
        props = null;
    }

    @Override
    public String version() {
        return PluginVersion.of(InteractionSourceConnector.class);
    }

    /** An answer to a browser and a transaction of Kafka cannot be committed together. */
    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> given) {
        return ExactlyOnceSupport.UNSUPPORTED;
    }

    @Override
    public ConnectorTransactionBoundaries canDefineTransactionBoundaries(Map<String, String> given) {
        return ConnectorTransactionBoundaries.UNSUPPORTED;
    }

    /** Nothing is read from offsets: they may be deleted, and to set one would change nothing. */
    @Override
    public boolean alterOffsets(Map<String, String> connectorConfig, Map<Map<String, ?>, Map<String, ?>> offsets) {
        if (offsets.values().stream().anyMatch(offset -> offset != null)) {
            throw new ConnectException(
                    "A collector goes on from no offset: what was not acknowledged is sent again. Offsets can only be deleted.");
        }
        return true;
    }
}
