package io.unifiedcommerce.pos;

import io.unifiedcommerce.pos.capture.BatchQueue;
import io.unifiedcommerce.pos.capture.CaptureMetrics;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;

/** The task's metrics, as the worker shows them (KIP-877). Updated by the capture's thread, read by any. */
final class TaskMetrics implements CaptureMetrics {
    private final LongAdder rows = new LongAdder();
    private final LongAdder deadLetters = new LongAdder();
    private final LongAdder restarts = new LongAdder();
    private final AtomicLong committed = new AtomicLong();
    private final Map<String, LongAdder> records = new ConcurrentHashMap<>();
    private final PluginMetrics plugin;

    private TaskMetrics(PluginMetrics plugin) {
        this.plugin = plugin;
    }

    static TaskMetrics of(SourceTaskContext context, BatchQueue queue, Clock clock) {
        TaskMetrics metrics = new TaskMetrics(plugin(context));
        metrics.gauge("rows-total", "Rows captured from the database", Map.of(), metrics.rows::sum);
        metrics.gauge("dead-letters-total", "Records that became dead letters", Map.of(), metrics.deadLetters::sum);
        metrics.gauge("restarts-total", "Times the database was lost", Map.of(), metrics.restarts::sum);
        metrics.gauge("queue-records", "Records that wait for Kafka", Map.of(), queue::size);
        metrics.gauge(
                "commit-age-ms",
                "Age of the last transaction handed over, by the clocks of worker and database; 0 before the first",
                Map.of(),
                () -> metrics.committed.get() == 0 ? 0 : Math.max(0, clock.millis() - metrics.committed.get() / 1_000));
        return metrics;
    }

    /** Null on workers before 4.1, which have no such metrics. */
    private static PluginMetrics plugin(SourceTaskContext context) {
        try {
            return context.pluginMetrics();
        } catch (NoSuchMethodError | NoClassDefFoundError e) {
            return null;
        }
    }

    private void gauge(String name, String description, Map<String, String> tags, LongSupplier value) {
        if (plugin != null) {
            plugin.addMetric(plugin.metricName(name, description, new LinkedHashMap<>(tags)), (Gauge<Long>)
                    (config, now) -> value.getAsLong());
        }
    }

    @Override
    public void rows(int count) {
        rows.add(count);
    }

    @Override
    public void records(String stream, int count) {
        records.computeIfAbsent(stream, name -> {
                    LongAdder counter = new LongAdder();
                    gauge("records-total", "Records handed over", Map.of("stream", name), counter::sum);
                    return counter;
                })
                .add(count);
    }

    @Override
    public void deadLetter() {
        deadLetters.increment();
    }

    @Override
    public void restarted() {
        restarts.increment();
    }

    @Override
    public void committedAt(long micros) {
        committed.set(micros);
    }
}
