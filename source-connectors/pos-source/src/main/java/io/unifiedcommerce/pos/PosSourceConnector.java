package io.unifiedcommerce.pos;

import io.unifiedcommerce.channel.config.PluginVersion;
import io.unifiedcommerce.pos.capture.Position;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/**
 * Captures one store's till database on PostgreSQL: whole sales and returns as the till committed them, stock levels and
 * movements, customers and products.
 *
 * <p>Delivery: each transaction of the database comes once and whole when the worker's exactly-once support is on, at least
 * once and whole otherwise. What was there before the first start is read anew when that first read is interrupted.
 */
public final class PosSourceConnector extends SourceConnector {
    private Map<String, String> props;

    @Override
    public void start(Map<String, String> props) {
        this.props = Map.copyOf(props);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return PosSourceTask.class;
    }

    /** One task: one store has one log, which one reader follows. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return List.of(props);
    }

    @Override
    public void stop() {
        // Nothing runs outside the task.
    }

    @Override
    public ConfigDef config() {
        return PosConfig.definition();
    }

    @Override
    public Config validate(Map<String, String> connectorConfigs) {
        return new PosValidation(connectorConfigs).run();
    }

    /**
     * Every stored offset is the end of a whole transaction, or a place inside of a large one, and the stream goes on exactly
     * after it. Only the first read of what was there has no such places: it begins again when it is interrupted.
     */
    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> connectorConfig) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    @Override
    public ConnectorTransactionBoundaries canDefineTransactionBoundaries(Map<String, String> connectorConfig) {
        return ConnectorTransactionBoundaries.SUPPORTED;
    }

    /**
     * Takes offsets that the task could go on from. Null always passes, whatever the partition: to delete offsets must be
     * possible, and after it the next start reads everything anew.
     */
    @Override
    public boolean alterOffsets(Map<String, String> connectorConfig, Map<Map<String, ?>, Map<String, ?>> offsets) {
        offsets.forEach((partition, offset) -> {
            if (offset == null) {
                return;
            }
            if (partition == null || !partition.keySet().equals(Set.of("channel", "instance"))) {
                throw new ConnectException(
                        "A partition must be {\"channel\": …, \"instance\": …}, such as {\"channel\": \""
                                + PosKeys.DEFAULT_CHANNEL + "\", \"instance\": \"till-lyon\"}");
            }
            try {
                Position.of(offset);
            } catch (IllegalArgumentException e) {
                throw new ConnectException(
                        "The offset of " + partition + " cannot be gone on from: " + e.getMessage()
                                + ". Delete it to read everything anew",
                        e);
            }
        });
        return true;
    }

    @Override
    public String version() {
        return PluginVersion.of(PosSourceConnector.class);
    }
}
