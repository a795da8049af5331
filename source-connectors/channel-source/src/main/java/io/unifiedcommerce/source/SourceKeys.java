package io.unifiedcommerce.source;

import io.unifiedcommerce.channel.read.StartTime;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** The configuration keys that say what is read, and how it is handed to Kafka. */
final class SourceKeys {
    static final String STREAMS = "streams";
    static final String START_TIME = "start.time";
    static final String POLL_INTERVAL = "poll.interval.ms";
    static final String POLL_LAG = "poll.lag.ms";
    static final String POLL_OVERLAP = "poll.overlap.ms";
    static final String SCAN_INTERVAL = "scan.interval.ms";
    static final String WINDOW_RECORDS = "window.max.records";
    static final String BATCH_RECORDS = "batch.max.records";
    static final String BUFFER_RECORDS = "buffer.max.records";
    static final String BUFFER_BYTES = "buffer.max.bytes";
    static final String HEARTBEAT_INTERVAL = "heartbeat.interval.ms";
    static final String FATAL_TIMEOUT = "stream.errors.fatal.timeout.ms";
    static final String TRANSACTION_RECORDS = "transaction.min.records";
    static final String TRANSACTION_INTERVAL = "transaction.interval.ms";
    static final String TRANSACTION_MAX_OPEN = "transaction.max.open.ms";

    private static final String STREAM_GROUP = "Streams";
    private static final String DELIVERY_GROUP = "Delivery";

    private SourceKeys() {}

    /** @param channel the channel the connector is made for; null where it is configured */
    static final long MANIFEST_DECIDES = -1;

    static void define(ConfigDef def, String channel) {
        defineStreams(def, channel);
        defineDelivery(def);
    }

    private static void defineStreams(ConfigDef def, String channel) {
        def.define(
                STREAMS,
                Type.LIST,
                "",
                null,
                Importance.HIGH,
                "Streams to read, such as orders,refunds. Empty reads all that map to a unified entity, unless the channel "
                        + "leaves one out by default.",
                STREAM_GROUP,
                1,
                Width.LONG,
                "Streams",
                new StreamNames(channel));
        def.define(
                START_TIME,
                Type.STRING,
                "beginning",
                ConfigDef.LambdaValidator.with(
                        SourceKeys::ensureStartTime, () -> "beginning, now, a date, or an instant in ISO-8601"),
                Importance.HIGH,
                "Where a stream without a stored offset begins: beginning (all history), now, a date such as 2026-01-31 "
                        + "(UTC), or an instant such as 2026-01-31T00:00:00Z. Streams that can only be read whole ignore a date.",
                STREAM_GROUP,
                2,
                Width.MEDIUM,
                "Start time");
        def.define(
                POLL_INTERVAL,
                Type.INT,
                5_000,
                ConfigDef.Range.atLeast(100),
                Importance.MEDIUM,
                "Pause between two looks for changes of a stream that has caught up.",
                STREAM_GROUP,
                3,
                Width.SHORT,
                "Poll interval");
        def.define(
                WINDOW_RECORDS,
                Type.INT,
                10_000,
                ConfigDef.Range.atLeast(100),
                Importance.LOW,
                "Records after which a window of change time is cut in half. A crash repeats no more than that, and with "
                        + "exactly-once delivery a transaction holds no more than that.",
                STREAM_GROUP,
                4,
                Width.SHORT,
                "Records per window");
        pace(
                def,
                6,
                POLL_LAG,
                "Poll lag",
                "How long the platform's listings may take to show a change: polling reads up to so long before now.");
        pace(
                def,
                7,
                POLL_OVERLAP,
                "Poll overlap",
                "How much time each poll reads again, for changes that were listed late.");
        pace(
                def,
                8,
                SCAN_INTERVAL,
                "Scan interval",
                "Pause between two whole passes over a stream of which the platform does not tell what changed. Each pass costs "
                        + "requests for every record.");
        def.define(
                FATAL_TIMEOUT,
                Type.LONG,
                0L,
                ConfigDef.Range.atLeast(0),
                Importance.LOW,
                "How long one stream may fail before the whole task does; 0 for ever. Meanwhile the other streams go on.",
                STREAM_GROUP,
                5,
                Width.SHORT,
                "Fatal timeout of a stream");
    }

    private static void pace(ConfigDef def, int order, String key, String name, String documentation) {
        def.define(
                key,
                Type.LONG,
                MANIFEST_DECIDES,
                ConfigDef.Range.atLeast(MANIFEST_DECIDES),
                Importance.LOW,
                documentation + " -1 takes what the channel's manifest says.",
                STREAM_GROUP,
                order,
                Width.SHORT,
                name);
    }

    private static void defineDelivery(ConfigDef def) {
        number(def, 1, BATCH_RECORDS, 2_000, "Records per batch", "Most records handed to Kafka Connect at once.");
        number(def, 2, BUFFER_RECORDS, 10_000, "Records in the buffer", "Most records read and not yet handed over.");
        number(
                def,
                3,
                BUFFER_BYTES,
                16 << 20,
                "Bytes in the buffer",
                "Most bytes, as an estimate, read and not yet handed over.");
        number(
                def,
                4,
                HEARTBEAT_INTERVAL,
                60_000,
                "Heartbeat interval",
                "How often a stream without new records writes its offset, by a record in the heartbeat topic, such as "
                        + "commerce.heartbeat.shopify. The topic must exist, or topic.creation.default.* let the worker "
                        + "create it: Connect waits for a missing topic and hands nothing else over meanwhile.");
        number(
                def,
                5,
                TRANSACTION_RECORDS,
                5_000,
                "Records per transaction",
                "With transaction.boundary=connector: records after which a transaction ends, at the next place where nothing "
                        + "would be repeated.");
        number(
                def,
                6,
                TRANSACTION_INTERVAL,
                1_000,
                "Transaction interval",
                "With transaction.boundary=connector: time after which a transaction ends, at such a place.");
        number(
                def,
                7,
                TRANSACTION_MAX_OPEN,
                3_000,
                "Longest transaction",
                "With transaction.boundary=connector: time after which a transaction ends anywhere. Keep it below the "
                        + "producer's transaction.timeout.ms.");
    }

    private static void number(
            ConfigDef def, int order, String key, int byDefault, String displayName, String documentation) {
        def.define(
                key,
                Type.INT,
                byDefault,
                ConfigDef.Range.atLeast(1),
                Importance.LOW,
                documentation,
                DELIVERY_GROUP,
                order,
                Width.SHORT,
                displayName);
    }

    private static void ensureStartTime(String key, Object value) {
        try {
            StartTime.parse(value.toString());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(key, value, e.getMessage());
        }
    }
}
