package io.unifiedcommerce.source;

import io.unifiedcommerce.sourcekit.PluginGauges;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.connect.source.SourceTaskContext;

/** A task's metrics. */
final class TaskMetrics {
    private final PluginGauges gauges;

    private TaskMetrics(PluginGauges gauges) {
        this.gauges = gauges;
    }

    static TaskMetrics of(SourceTaskContext context) {
        return new TaskMetrics(PluginGauges.of(context));
    }

    void stream(String stream, StreamMeter meter) {
        Map<String, String> tags = Map.of("stream", stream);
        gauges.add("records-total", "Records emitted.", tags, meter::records);
        gauges.add(
                "unreadable-records-total", "Records sent to the dead-letter topic.", tags, meter::unreadableRecords);
        gauges.add("errors-total", "Failed attempts to read.", tags, meter::errors);
        gauges.add("event-lag-ms", "Age of the newest record when it was read.", tags, meter::lagMillis);
        gauges.add(
                "last-success-age-ms",
                "Time since the stream was read without error.",
                tags,
                meter::millisSinceSuccess);
        gauges.add("failing-ms", "How long the stream has been failing; 0 while it works.", tags, meter::failingMillis);
    }

    /** @param headroom share of the platform's quota that is left, 0 to 1 */
    void quota(Supplier<Double> headroom) {
        gauges.add("quota-headroom", "Share of the platform's quota that is left, 0 to 1.", Map.of(), headroom);
    }

    void webhooks(String name, String description, Supplier<Long> value) {
        gauges.add("webhook-" + name, description, Map.of(), value);
    }
}
