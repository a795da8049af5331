package io.unifiedcommerce.meta;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a task did, as metrics of the worker (KIP-877), which removes them with the task. Safe for use by several threads. */
final class MetaCounters {
    private static final Logger LOG = LoggerFactory.getLogger(MetaCounters.class);

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong failedRequests = new AtomicLong();
    private final Map<Conversion.None, AtomicLong> leftOut = new EnumMap<>(Conversion.None.class);

    MetaCounters() {
        for (Conversion.None reason : Conversion.None.values()) {
            leftOut.put(reason, new AtomicLong());
        }
    }

    void sent() {
        sent.incrementAndGet();
    }

    void refused() {
        refused.incrementAndGet();
    }

    void requestFailed() {
        failedRequests.incrementAndGet();
    }

    void leftOut(Conversion.None reason) {
        leftOut.get(reason).incrementAndGet();
    }

    /** Shows the numbers; a worker before 4.1 has no such metrics, and the task does without. */
    void register(SinkTaskContext context) {
        try {
            PluginMetrics metrics = context.pluginMetrics();
            if (metrics == null) {
                return;
            }
            add(metrics, "events-sent-total", "Events that Meta took.", sent);
            add(metrics, "events-refused-total", "Records at fault.", refused);
            add(metrics, "requests-failed-total", "Requests that will be tried again.", failedRequests);
            leftOut.forEach((reason, count) -> add(
                    metrics,
                    "left-out-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-total",
                    "Records " + reason.meaning() + ".",
                    count));
        } catch (NoSuchMethodError | NoClassDefFoundError e) {
            LOG.debug("This worker offers no plugin metrics", e);
        }
    }

    private static void add(PluginMetrics metrics, String name, String description, AtomicLong count) {
        metrics.addMetric(metrics.metricName(name, description, new LinkedHashMap<>()), (Gauge<Number>)
                (config, now) -> count.get());
    }
}
