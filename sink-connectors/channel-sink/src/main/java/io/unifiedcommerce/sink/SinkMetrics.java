package io.unifiedcommerce.sink;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a task's numbers through the worker (KIP-877), which removes them with the task. */
final class SinkMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(SinkMetrics.class);

    private SinkMetrics() {}

    /** Registers the gauges; a worker before 4.1 has no such metrics, and the task does without. */
    static void register(SinkTaskContext context, String store, Map<String, SinkCounters.Gauge> gauges) {
        try {
            PluginMetrics metrics = context.pluginMetrics();
            if (metrics == null) {
                return;
            }
            LinkedHashMap<String, String> tags = new LinkedHashMap<>(Map.of("store", store));
            gauges.forEach((name, gauge) ->
                    metrics.addMetric(metrics.metricName(name, gauge.description(), tags), (Gauge<Number>)
                            (config, now) -> gauge.value().get()));
        } catch (NoSuchMethodError | NoClassDefFoundError e) {
            LOG.debug("This worker offers no plugin metrics", e);
        }
    }
}
