package io.unifiedcommerce.sourcekit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers a task's metrics (KIP-877). Connect removes them with the task. */
public final class PluginGauges {
    private static final Logger LOG = LoggerFactory.getLogger(PluginGauges.class);

    private final PluginMetrics metrics;

    private PluginGauges(PluginMetrics metrics) {
        this.metrics = metrics;
    }

    /** Those of a task; on a worker before 4.1, which has no metrics for plugins, they are not shown. */
    public static PluginGauges of(SourceTaskContext context) {
        try {
            return new PluginGauges(context.pluginMetrics());
        } catch (NoSuchMethodError | NoClassDefFoundError e) {
            return new PluginGauges(null);
        }
    }

    /** @param tags names of streams or sites, never ids */
    public void add(String name, String description, Map<String, String> tags, Supplier<?> value) {
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
