package io.unifiedcommerce.pos;

import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.record.RecordHeaders;
import io.unifiedcommerce.pos.capture.CaptureSettings.Provenance;
import io.unifiedcommerce.pos.till.Till;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.awaitility.Awaitility;

/**
 * Stands in for a Connect worker with exactly-once support: what a task returned counts when its offsets were committed, and a
 * kill forgets the rest. Offsets go through JSON as they do in the worker.
 */
final class ConnectDouble implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Map<String, String> props;
    private final JsonConverter json = new JsonConverter();
    private final Map<String, byte[]> offsets = new HashMap<>();
    private final List<SourceRecord> committed = new ArrayList<>();
    private final List<SourceRecord> open = new ArrayList<>();
    private PosSourceTask task;

    ConnectDouble(Map<String, String> props) {
        this.props = props;
        json.configure(Map.of("schemas.enable", "false"), false);
    }

    /** The configuration of a connector for a till. */
    static Map<String, String> config(Till till) {
        Map<String, String> props = new LinkedHashMap<>();
        props.put("channel.instance", "till-lyon");
        props.put("database.hostname", "127.0.0.1");
        props.put("database.port", Integer.toString(till.server().port()));
        props.put("database.user", "postgres");
        props.put("database.dbname", till.database());
        props.put("slot.name", "slot_" + till.database());
        props.put("pos.currency", "EUR");
        props.put("pos.time.zone", "Europe/Paris");
        props.put("pos.location.map", "0:lyon-bellecour");
        props.put("pos.host.map", "till-1:lyon-bellecour");
        props.put("heartbeat.interval.ms", "300");
        props.put("capture.poll.interval.ms", "10");
        props.put("capture.retry.backoff.ms", "100");
        return props;
    }

    void start() {
        task = new PosSourceTask();
        task.initialize(new Context());
        task.start(props);
    }

    /** One poll; its records are open until they are committed. */
    List<SourceRecord> poll() {
        try {
            List<SourceRecord> records = task.poll();
            open.addAll(records == null ? List.of() : records);
            return records == null ? List.of() : records;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stores the offsets of all that was polled, then tells the task. */
    void commit() {
        for (SourceRecord record : open) {
            offsets.put(key(record.sourcePartition()), json.fromConnectData("o", null, record.sourceOffset()));
        }
        committed.addAll(open);
        open.clear();
        task.commit();
    }

    /** Offsets are found by the bytes of their partition, as in the worker. */
    private String key(Map<String, ?> partition) {
        return new String(json.fromConnectData("o", null, partition), StandardCharsets.UTF_8);
    }

    /** Ends the task without a commit. */
    void kill() {
        task.stop();
        open.clear();
    }

    /** Polls until enough records of a stream came, and commits them. */
    List<SourceRecord> await(String stream, int count) {
        return await(records -> of(stream).size() >= count, stream);
    }

    private List<SourceRecord> await(Predicate<List<SourceRecord>> enough, String stream) {
        Awaitility.await("records of " + stream)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    poll();
                    return enough.test(open);
                });
        commit();
        return of(stream);
    }

    /** Polls until the first read of what was there has been handed over whole, and commits it. */
    void awaitHistory() {
        await(records -> records.stream().anyMatch(ConnectDouble::isHeartbeat), "heartbeat");
    }

    /** Polls until the condition holds. */
    void until(Predicate<List<SourceRecord>> condition) {
        await(condition, "-");
    }

    static boolean isHeartbeat(SourceRecord record) {
        return record.topic().equals("commerce.heartbeat.unicenta-opos");
    }

    static String stream(SourceRecord record) {
        return record.headers().lastWithName(RecordHeaders.STREAM) == null
                ? ""
                : record.headers().lastWithName(RecordHeaders.STREAM).value().toString();
    }

    static String mode(SourceRecord record) {
        return record.headers().lastWithName(RecordHeaders.CAPTURE_MODE).value().toString();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> value(SourceRecord record) {
        return (Map<String, Object>) record.value();
    }

    /** Follows a path of keys into a record's value. */
    static Object at(SourceRecord record, String path) {
        return Path.parse(path).get(record.value());
    }

    static boolean isDeadLetter(SourceRecord record) {
        return record.topic().startsWith("commerce.dlq.");
    }

    /** The position in the log up to which the server may forget changes. */
    static long confirmed(Till till) throws SQLException {
        return Long.parseLong(till.query("SELECT (confirmed_flush_lsn - '0/0')::bigint FROM pg_replication_slots"
                + " WHERE slot_name = 'slot_" + till.database() + "'"));
    }

    /** The stored offset; null for none. */
    Map<String, Object> offset() {
        return new Context()
                .offsetStorageReader()
                .offset(new Provenance("", "", "unicenta-opos", "till-lyon", "").partition());
    }

    /** All records of a stream that came, committed ones first. */
    List<SourceRecord> of(String stream) {
        List<SourceRecord> all = new ArrayList<>(committed);
        all.addAll(open);
        return all.stream().filter(record -> stream(record).equals(stream)).toList();
    }

    List<SourceRecord> committed() {
        return committed;
    }

    List<SourceRecord> open() {
        return open;
    }

    @Override
    public void close() {
        if (task != null) {
            task.stop();
        }
    }

    private final class Context implements SourceTaskContext {
        @Override
        public Map<String, String> configs() {
            return props;
        }

        @Override
        public PluginMetrics pluginMetrics() {
            throw new NoSuchMethodError("as on a worker before 4.1");
        }

        @Override
        public OffsetStorageReader offsetStorageReader() {
            return new OffsetStorageReader() {
                @Override
                @SuppressWarnings("unchecked")
                public <T> Map<String, Object> offset(Map<String, T> partition) {
                    byte[] stored = offsets.get(key(partition));
                    return stored == null
                            ? null
                            : (Map<String, Object>)
                                    json.toConnectData("o", stored).value();
                }

                @Override
                public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
                    Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
                    partitions.forEach(partition -> found.put(partition, offset(partition)));
                    return found;
                }
            };
        }
    }
}
