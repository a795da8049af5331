package io.unifiedcommerce.pos.capture;

import io.debezium.connector.common.DebeziumTaskState;
import io.debezium.connector.postgresql.PostgresConnectorTask;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/**
 * The stream of changes of one database: Debezium's PostgreSQL task, run inside this connector's own task.
 *
 * <p>Of Debezium, the connector for PostgreSQL is embedded as a library. Its artefact {@code debezium-embedded}, the engine, is not
 * used, because it stands in for Connect where there is none, and here Connect is there (read in version 3.6.1):
 *
 * <ul>
 *   <li>Its offsets are its own. It makes the store of them from a class name, so the store cannot be given this task's offsets
 *       but through a static field, which connectors of one worker would share.
 *   <li>It flushes them when its consumer has taken a batch. That is before Kafka has it, and a transaction of the till is still
 *       open in the middle of a batch.
 *   <li>It refuses to be closed while its task starts, and a task must stop within seconds also when a till's server does not
 *       answer.
 *   <li>It links against the inside of the worker ({@code connect.runtime}), which differs from version to version, and takes two
 *       pools of threads for each database, where one thread is enough.
 * </ul>
 *
 * <p>The task asks for its offset in two cases, and the answers differ:
 *
 * <ul>
 *   <li>At its start it wants to know where to go on. That is the end of the last transaction handed over, even when Kafka has
 *       not got it yet: after a lost connection the stream goes on inside the same task, and what waits in the queue must not
 *       come a second time.
 *   <li>When it confirms to the server what may be forgotten, the answer is what Connect has stored, read back from there. So
 *       the replication slot never runs ahead of Kafka, and a killed worker loses nothing.
 * </ul>
 *
 * Used by one thread.
 */
final class ChangeStream {
    private final PostgresConnectorTask task = new PostgresConnectorTask();
    private final Map<String, String> properties;
    private final Map<String, Object> resume;
    private final Supplier<Position> stored;
    private boolean started;

    /**
     * @param resume where to go on; empty for where the slot begins
     * @param stored reads the position that Connect has stored
     */
    ChangeStream(Map<String, String> properties, Map<String, Object> resume, Supplier<Position> stored) {
        this.properties = properties;
        this.resume = resume;
        this.stored = stored;
    }

    void start() {
        task.initialize(new Context());
        task.start(properties);
        if (task.getTaskState() != DebeziumTaskState.RUNNING) {
            // It would try again by itself in poll(), and by then ask for the wrong one of the two offsets.
            throw new RetriableException("The database was lost while the capture started");
        }
        started = true;
    }

    /** The next changes; none when nothing came within the poll interval. */
    List<SourceRecord> poll() throws InterruptedException {
        List<SourceRecord> records = task.poll();
        return records == null ? List.of() : records;
    }

    /** Makes the next poll confirm to the server what Connect has stored. */
    void commit() throws InterruptedException {
        task.commit();
    }

    /** Ends the stream, confirming what Connect has stored; also one that did not start. */
    void close() {
        task.stop();
    }

    private Map<String, Object> offset() {
        Map<String, Object> engine = started ? stored.get().engine() : resume;
        return engine.isEmpty() ? null : engine;
    }

    private final class Context implements SourceTaskContext {
        @Override
        public Map<String, String> configs() {
            return properties;
        }

        /** None: Debezium has metrics of its own, by JMX. */
        @Override
        public PluginMetrics pluginMetrics() {
            return null;
        }

        @Override
        public OffsetStorageReader offsetStorageReader() {
            return new OffsetStorageReader() {
                @Override
                public <T> Map<String, Object> offset(Map<String, T> partition) {
                    return ChangeStream.this.offset();
                }

                @Override
                public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
                    Map<Map<String, T>, Map<String, Object>> offsets = new HashMap<>();
                    partitions.forEach(partition -> offsets.put(partition, offset(partition)));
                    return offsets;
                }
            };
        }
    }
}
