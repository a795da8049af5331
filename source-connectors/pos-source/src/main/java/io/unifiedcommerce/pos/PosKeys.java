package io.unifiedcommerce.pos;

import io.unifiedcommerce.channel.config.ChannelKeys;
import io.unifiedcommerce.pos.database.TillKeys;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** The connector's keys apart from those that the channel's manifest declares. */
final class PosKeys {
    static final String DEFAULT_CHANNEL = "unicenta-opos";
    static final String SINCE = "snapshot.sales.since";
    static final String HEARTBEAT = "heartbeat.interval.ms";
    static final String POLL_INTERVAL = "capture.poll.interval.ms";
    static final String QUEUE = "capture.queue.records";
    static final String REFERENCE_ROWS = "capture.reference.rows";
    static final String TRANSACTION_ROWS = "capture.transaction.rows";
    static final String BACKOFF = "capture.retry.backoff.ms";
    static final String BATCH = "poll.max.records";

    private static final String DATABASE = "Database";
    private static final String CAPTURE = "Capture";
    private static final ConfigDef.Validator IDENTIFIER = ConfigDef.LambdaValidator.with(
            (key, value) -> {
                if (value != null && !value.toString().matches("[a-z0-9_]{1,63}")) {
                    throw new ConfigException(key, value, "use 1 to 63 lower-case letters, digits or underscores");
                }
            },
            () -> "1 to 63 lower-case letters, digits or underscores");

    private PosKeys() {}

    static ConfigDef define() {
        ConfigDef def = new ConfigDef();
        def.define(
                ChannelKeys.CHANNEL,
                Type.STRING,
                DEFAULT_CHANNEL,
                Importance.MEDIUM,
                "Kind of till: a built-in one, or a folder of kind database in " + ChannelKeys.FOLDERS + ".",
                "Channel",
                1,
                Width.MEDIUM,
                "Channel");
        ChannelKeys.define(def);
        database(def);
        capture(def);
        return def;
    }

    private static void database(ConfigDef def) {
        required(def, 1, TillKeys.HOST, "Host", "Host name or address of the till's PostgreSQL server.");
        def.define(
                TillKeys.PORT,
                Type.INT,
                5432,
                ConfigDef.Range.between(1, 65_535),
                Importance.MEDIUM,
                "Port of the server.",
                DATABASE,
                2,
                Width.SHORT,
                "Port");
        required(
                def,
                3,
                TillKeys.USER,
                "User",
                "Role to log in as. It needs REPLICATION, SELECT on the captured tables, and either CREATE on the "
                        + "database as owner of the tables, or a publication made by their owner.");
        def.define(
                TillKeys.PASSWORD,
                Type.PASSWORD,
                "",
                Importance.HIGH,
                "Password of the role.",
                DATABASE,
                4,
                Width.MEDIUM,
                "Password");
        required(def, 5, TillKeys.DATABASE, "Database", "Name of the database that holds the till's tables.");
        def.define(
                TillKeys.SSL_MODE,
                Type.STRING,
                "prefer",
                ConfigDef.ValidString.in("disable", "allow", "prefer", "require", "verify-ca", "verify-full"),
                Importance.MEDIUM,
                "Whether and how the connection is encrypted, as the PostgreSQL driver names it.",
                DATABASE,
                6,
                Width.MEDIUM,
                "Encryption");
        def.define(
                TillKeys.SSL_ROOT_CERTIFICATE,
                Type.STRING,
                null,
                Importance.LOW,
                "File with the certificates to trust, for verify-ca and verify-full.",
                DATABASE,
                7,
                Width.LONG,
                "Root certificate");
        identifier(def, 8, TillKeys.SLOT, "Replication slot", "Replication slot; each connector needs its own.");
        identifier(
                def,
                9,
                TillKeys.PUBLICATION,
                "Publication",
                "Publication of the captured tables. It is created with exactly these tables when it does not exist.");
    }

    private static void required(ConfigDef def, int order, String key, String name, String doc) {
        def.define(
                key,
                Type.STRING,
                ConfigDef.NO_DEFAULT_VALUE,
                new ConfigDef.NonEmptyString(),
                Importance.HIGH,
                doc,
                DATABASE,
                order,
                Width.MEDIUM,
                name);
    }

    private static void identifier(ConfigDef def, int order, String key, String name, String doc) {
        def.define(
                key,
                Type.STRING,
                "unified_commerce",
                IDENTIFIER,
                Importance.MEDIUM,
                doc,
                DATABASE,
                order,
                Width.MEDIUM,
                name);
    }

    private static void capture(ConfigDef def) {
        def.define(
                SINCE,
                Type.STRING,
                null,
                ConfigDef.LambdaValidator.with(
                        PosKeys::ensureLocalTime, () -> "a date such as 2026-01-01, or with a time: 2026-01-01T06:00"),
                Importance.MEDIUM,
                "Sales and returns before this date, in the shop's own time, are not read at the first start; without it "
                        + "all are. Stock levels, customers and products are always read.",
                CAPTURE,
                1,
                Width.MEDIUM,
                "Sales since");
        number(
                def,
                2,
                HEARTBEAT,
                10_000,
                0,
                "Heartbeat",
                "How often an idle store tells its position, in milliseconds, so that the server's log does not pile up; "
                        + "0 for never.");
        number(
                def,
                3,
                POLL_INTERVAL,
                50,
                1,
                "Poll interval",
                "How long the capture waits when the log has nothing new, in milliseconds; it bounds the delay of a sale.");
        number(
                def,
                4,
                QUEUE,
                10_000,
                1,
                "Queue",
                "Records that may wait for Kafka before the capture waits too; it bounds memory.");
        number(
                def,
                5,
                REFERENCE_ROWS,
                50_000,
                1,
                "Reference rows",
                "Most rows kept in memory of each table that records look up, such as products; others are read when "
                        + "needed.");
        number(
                def,
                6,
                TRANSACTION_ROWS,
                50_000,
                1,
                "Transaction rows",
                "Most rows held of one transaction. The records of a larger one, such as an import, are read from the tables "
                        + "when it has ended, without the rows that are joined only by having been written together.");
        number(
                def,
                7,
                BACKOFF,
                1_000,
                1,
                "Retry backoff",
                "First wait after the database was lost, in milliseconds; doubles up to 30 seconds.");
        number(
                def,
                8,
                BATCH,
                2_000,
                1,
                "Batch",
                "Records after which a batch for Kafka takes no further transaction. A transaction is never divided.");
    }

    private static void number(
            ConfigDef def, int order, String key, int byDefault, int least, String name, String documentation) {
        def.define(
                key,
                Type.INT,
                byDefault,
                ConfigDef.Range.atLeast(least),
                Importance.LOW,
                documentation,
                CAPTURE,
                order,
                Width.SHORT,
                name);
    }

    private static void ensureLocalTime(String key, Object value) {
        if (value == null) {
            return;
        }
        String text = value.toString();
        try {
            if (text.contains("T")) {
                LocalDateTime.parse(text);
            } else {
                LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            throw new ConfigException(key, value, "write a date such as 2026-01-01, or with a time: 2026-01-01T06:00");
        }
    }
}
