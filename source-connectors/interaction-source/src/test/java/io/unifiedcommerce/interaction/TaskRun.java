package io.unifiedcommerce.interaction;

import static org.awaitility.Awaitility.await;

import io.unifiedcommerce.interaction.collect.CollectMeter.Count;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.source.TransactionContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** Plays Kafka Connect for one task: polls it on a thread, and tells that Kafka has what it gave. */
final class TaskRun implements AutoCloseable {
    private final InteractionSourceTask task = new InteractionSourceTask();
    private final List<SourceRecord> records = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::poll, "worker");
    private volatile AtomicInteger refusing = new AtomicInteger();
    private volatile boolean stopping;

    static TaskRun start(Map<String, String> more) {
        Map<String, String> props = new HashMap<>(Map.of(
                "name", "collector",
                "collector.bind.host", "127.0.0.1",
                "collector.port", "0",
                "collector.ack.timeout.ms", "500"));
        props.putAll(more);
        TaskRun run = new TaskRun();
        run.task.initialize(new OldWorker(props));
        run.task.start(props);
        run.thread.setDaemon(true);
        run.thread.start();
        await().atMost(Duration.ofSeconds(10)).until(() -> run.task.port() > 0);
        return run;
    }

    private void poll() {
        try {
            while (!stopping) {
                List<SourceRecord> polled = task.poll();
                // A record that Kafka does not take is neither kept nor acknowledged.
                if (polled != null && refusing.get() == 0) {
                    polled.forEach(record -> {
                        records.add(record);
                        task.commitRecord(record, null);
                    });
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kafka takes nothing while the number is not 0. */
    void refuseWhile(AtomicInteger number) {
        refusing = number;
    }

    long turnedAway() {
        return task.meter().of(Count.REQUESTS_POSTPONED);
    }

    List<SourceRecord> records() {
        return records;
    }

    /** Address that all of the collector's paths begin with. */
    String base() {
        return "http://127.0.0.1:" + task.port() + "/collect";
    }

    @Override
    public void close() {
        stopping = true;
        await().atMost(Duration.ofSeconds(5)).until(() -> !thread.isAlive());
        task.stop();
    }

    /** A worker of before 4.1, which has no metrics for plugins. */
    private record OldWorker(Map<String, String> configs) implements SourceTaskContext {
        @Override
        public OffsetStorageReader offsetStorageReader() {
            throw new UnsupportedOperationException("a collector reads no offset");
        }

        @Override
        public TransactionContext transactionContext() {
            return null;
        }

        @Override
        public PluginMetrics pluginMetrics() {
            throw new NoSuchMethodError("pluginMetrics");
        }
    }
}
