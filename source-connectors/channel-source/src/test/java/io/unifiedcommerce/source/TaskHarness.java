package io.unifiedcommerce.source;

import static org.awaitility.Awaitility.await;

import io.unifiedcommerce.tck.fake.FakeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.MetricValueProvider;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.source.TransactionContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** Plays Kafka Connect for one task: polls, stores the offsets of what it got, and starts the task again. */
final class TaskHarness implements AutoCloseable {
    private final ChannelSourceConnector connector;
    private final Map<String, String> props;
    private final FakeClock clock;
    private final boolean exactlyOnce;
    private final Map<Map<String, ?>, Map<String, ?>> offsets = new ConcurrentHashMap<>();
    private final List<SourceRecord> records = new ArrayList<>();
    private final List<SourceRecord> ends = new ArrayList<>();
    private final Map<String, Gauge<?>> metrics = new ConcurrentHashMap<>();
    private ChannelSourceTask task;

    TaskHarness(ChannelSourceConnector connector, Map<String, String> props, FakeClock clock, boolean exactlyOnce) {
        this.connector = connector;
        this.props = props;
        this.clock = clock;
        this.exactlyOnce = exactlyOnce;
    }

    static TaskHarness started(ChannelSourceConnector connector, Map<String, String> props, FakeClock clock) {
        TaskHarness harness = new TaskHarness(connector, props, clock, false);
        harness.start();
        return harness;
    }

    void start() {
        connector.start(props);
        task = new ChannelSourceTask(clock);
        task.initialize(new Context());
        task.start(connector.taskConfigs(1).get(0));
    }

    /** Polls once and keeps what came, without storing offsets or acknowledging. */
    List<SourceRecord> poll() {
        try {
            List<SourceRecord> polled = task.poll();
            return polled == null ? List.of() : polled;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** Does what Connect does once Kafka has a record. */
    void store(Collection<SourceRecord> stored) {
        for (SourceRecord record : stored) {
            records.add(record);
            offsets.put(record.sourcePartition(), new HashMap<>(record.sourceOffset()));
            task.commitRecord(record, null);
        }
    }

    /** Polls and stores until something holds, moving the clock along. */
    void runUntil(BooleanSupplier condition) {
        await().atMost(Duration.ofSeconds(30))
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    store(poll());
                    clock.advance(Duration.ofSeconds(10));
                    return condition.getAsBoolean();
                });
    }

    List<SourceRecord> records() {
        return records;
    }

    /** Records of one raw topic. */
    List<SourceRecord> raw(String stream) {
        return records.stream()
                .filter(record -> record.topic().endsWith(".raw." + props.getOrDefault("channel", "") + "." + stream)
                        || record.topic().matches(".*\\.raw\\.[^.]*\\." + stream))
                .toList();
    }

    List<Object> keys(String stream) {
        return raw(stream).stream().<Object>map(SourceRecord::key).toList();
    }

    List<SourceRecord> topic(String topic) {
        return records.stream().filter(record -> record.topic().equals(topic)).toList();
    }

    Map<Map<String, ?>, Map<String, ?>> offsets() {
        return offsets;
    }

    /** Records with which transactions ended. */
    List<SourceRecord> transactionEnds() {
        return ends;
    }

    Object metric(String name) {
        return metrics.get(name).value(null, 0);
    }

    ChannelSourceTask task() {
        return task;
    }

    @Override
    public void close() {
        task.stop();
    }

    private final class Context implements SourceTaskContext, OffsetStorageReader, TransactionContext, PluginMetrics {
        @Override
        public Map<String, String> configs() {
            return props;
        }

        @Override
        public OffsetStorageReader offsetStorageReader() {
            return this;
        }

        @Override
        public TransactionContext transactionContext() {
            return exactlyOnce ? this : null;
        }

        @Override
        public PluginMetrics pluginMetrics() {
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> Map<String, Object> offset(Map<String, T> partition) {
            return (Map<String, Object>) offsets.get(partition);
        }

        @Override
        public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
            throw new UnsupportedOperationException("one at a time");
        }

        @Override
        public void commitTransaction() {
            throw new UnsupportedOperationException("with a record");
        }

        @Override
        public void commitTransaction(SourceRecord record) {
            ends.add(record);
        }

        @Override
        public void abortTransaction() {
            throw new UnsupportedOperationException("never");
        }

        @Override
        public void abortTransaction(SourceRecord record) {
            throw new UnsupportedOperationException("never");
        }

        @Override
        public MetricName metricName(String name, String description, java.util.LinkedHashMap<String, String> tags) {
            return new MetricName(name, "plugins", description, tags);
        }

        @Override
        public void addMetric(MetricName name, MetricValueProvider<?> provider) {
            String stream = name.tags().get("stream");
            metrics.put(stream == null ? name.name() : stream + "/" + name.name(), (Gauge<?>) provider);
        }

        @Override
        public void removeMetric(MetricName name) {
            throw new UnsupportedOperationException("Connect does that");
        }

        @Override
        public Sensor addSensor(String name) {
            throw new UnsupportedOperationException("none is needed");
        }

        @Override
        public void removeSensor(String name) {
            throw new UnsupportedOperationException("none is needed");
        }
    }
}
