package io.unifiedcommerce.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers a task's metrics (KIP-877). Tags are streams, never ids; Connect removes the metrics with the task. */
final class TaskMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(TaskMetrics.class);

    private final PluginMetrics metrics;

    private TaskMetrics(PluginMetrics metrics) {
        this.metrics = metrics;
    }

    static TaskMetrics of(SourceTaskContext context) {
        try {
            return new TaskMetrics(context.pluginMetrics());
        } catch (NoSuchMethodError | NoClassDefFoundError e) {
            // A worker before 4.1 has no metrics for plugins.
            return new TaskMetrics(null);
        }
    }

    void stream(String stream, StreamMeter meter) {
        Map<String, String> tags = Map.of("stream", stream);
        add("records-total", "Records emitted.", tags, meter::records);
        add("unreadable-records-total", "Records sent to the dead-letter topic.", tags, meter::unreadableRecords);
        add("errors-total", "Failed attempts to read.", tags, meter::errors);
        add("event-lag-ms", "Age of the newest record when it was read.", tags, meter::lagMillis);
        add("last-success-age-ms", "Time since the stream was read without error.", tags, meter::millisSinceSuccess);
        add("failing-ms", "How long the stream has been failing; 0 while it works.", tags, meter::failingMillis);
    }

    /** @param headroom share of the platform's quota that is left, 0 to 1 */
    void quota(Supplier<Double> headroom) {
        add("quota-headroom", "Share of the platform's quota that is left, 0 to 1.", Map.of(), headroom);
    }

    void webhooks(String name, String description, Supplier<Long> value) {
        add("webhook-" + name, description, Map.of(), value);
    }

    private void add(String name, String description, Map<String, String> tags, Supplier<?> value) {
        if (metrics != null) {
            Gauge<Object> gauge = (config, now) -> value.get();
            try {
                metrics.addMetric(metrics.metricName(name, description, new LinkedHashMap<>(tags)), gauge);
            } catch (IllegalArgumentException e) {
                // A predecessor that Connect could not stop in time still has it; no reason for the task to fail.
                LOG.warn("Metric {} is not available until the next restart", name, e);
            }
        }
    }
}
