package io.unifiedcommerce.sink;

import io.unifiedcommerce.channel.config.ChannelConfig;
import io.unifiedcommerce.model.Entity;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** The configuration keys of channel sinks beside those that all connectors share. */
final class SinkKeys {
    static final String BATCH_SIZE = "batch.size";
    static final String LINGER = "linger.ms";
    static final String MAX_BUFFERED = "max.buffered.records";
    static final String RETRY_BACKOFF = "retry.backoff.ms";
    static final String RETRY_BACKOFF_MAX = "retry.backoff.max.ms";
    static final String ON_ERROR = "behavior.on.error";
    static final String ON_NULL = "behavior.on.null.values";
    static final String DRY_RUN = "dry.run";
    static final String BLAST_RATIO = "blast.guard.max.zero.ratio";
    static final String BLAST_WINDOW = "blast.guard.window.ms";
    static final String BLAST_MIN_SKUS = "blast.guard.min.skus";
    static final String BLAST_CONFIRM = "blast.guard.confirm";
    static final String REPORTER_SERVERS = "reporter.bootstrap.servers";
    static final String REPORTER_TOPIC = "reporter.result.topic.name";
    static final String REPORTER_PRODUCER = "reporter.producer.";
    static final String REPORTER_CONSUMER = "reporter.consumer.";

    static final String FAIL = "fail";
    static final String LOG = "log";
    static final String IGNORE = "ignore";
    static final String DELETE = "delete";

    private static final String WRITING = "Writing";
    private static final String ERRORS = "Errors";
    private static final String GUARD = "Blast guard";
    private static final String RESULTS = "Results";

    private SinkKeys() {}

    static ConfigDef definition() {
        ConfigDef def = new ConfigDef();
        writing(def);
        errors(def);
        guard(def);
        results(def);
        return def;
    }

    private static void writing(ConfigDef def) {
        def.define(
                        BATCH_SIZE,
                        Type.INT,
                        250,
                        Range.atLeast(1),
                        Importance.MEDIUM,
                        "Most commands written together. The platform's own limit holds where it is lower.",
                        WRITING,
                        1,
                        Width.SHORT,
                        "Batch size")
                .define(
                        LINGER,
                        Type.LONG,
                        10L,
                        Range.atLeast(0),
                        Importance.MEDIUM,
                        "How long a command waits for others to be written with it. While a request is under way, commands"
                                + " gather anyway.",
                        WRITING,
                        2,
                        Width.SHORT,
                        "Linger")
                .define(
                        MAX_BUFFERED,
                        Type.INT,
                        10_000,
                        Range.atLeast(1),
                        Importance.LOW,
                        "Records that may wait in a task. Beyond it, its partitions are paused until half of them are done."
                                + " Commands that the blast guard holds back count.",
                        WRITING,
                        3,
                        Width.SHORT,
                        "Buffered records")
                .define(
                        RETRY_BACKOFF,
                        Type.LONG,
                        1_000L,
                        Range.atLeast(1),
                        Importance.LOW,
                        "Pause after the platform failed; it doubles with each further failure. A longer pause that the"
                                + " platform asks for is kept.",
                        WRITING,
                        4,
                        Width.SHORT,
                        "Retry backoff")
                .define(
                        RETRY_BACKOFF_MAX,
                        Type.LONG,
                        60_000L,
                        Range.atLeast(1),
                        Importance.LOW,
                        "Longest pause between two tries. A task tries for ever: an outage needs no restart.",
                        WRITING,
                        5,
                        Width.SHORT,
                        "Longest retry backoff")
                .define(
                        DRY_RUN,
                        Type.BOOLEAN,
                        false,
                        Importance.MEDIUM,
                        "Take commands, count them in the log and write nothing. Each push is answered as REJECTED with the"
                                + " message 'dry run', and its offset is committed.",
                        WRITING,
                        6,
                        Width.SHORT,
                        "Dry run");
    }

    private static void errors(ConfigDef def) {
        def.define(
                        ON_ERROR,
                        Type.STRING,
                        FAIL,
                        ValidString.in(FAIL, LOG),
                        Importance.MEDIUM,
                        "What a record at fault does where no dead letter queue is set (errors.deadletterqueue.topic.name):"
                                + " fail the task, or log it and go on. A platform that is down is never a record's fault.",
                        ERRORS,
                        1,
                        Width.SHORT,
                        "Records at fault")
                .define(
                        ON_NULL,
                        Type.STRING,
                        IGNORE,
                        ValidString.in(IGNORE, DELETE),
                        Importance.LOW,
                        "What the deletion of a profile does: nothing, or take away what was written of it (Shopify only)."
                                + " Null values of other records are ignored.",
                        ERRORS,
                        2,
                        Width.SHORT,
                        "Deleted profiles");
    }

    private static void guard(ConfigDef def) {
        def.define(
                        BLAST_RATIO,
                        Type.DOUBLE,
                        0.3,
                        Range.between(0.0, 1.0),
                        Importance.MEDIUM,
                        "Largest share of the SKUs written within the window that a task may take to zero stock; more are"
                                + " held back until you confirm. 1 switches the guard off.",
                        GUARD,
                        1,
                        Width.SHORT,
                        "Largest share to zero")
                .define(
                        BLAST_WINDOW,
                        Type.LONG,
                        3_600_000L,
                        Range.atLeast(1_000),
                        Importance.LOW,
                        "Length of the window.",
                        GUARD,
                        2,
                        Width.SHORT,
                        "Window")
                .define(
                        BLAST_MIN_SKUS,
                        Type.INT,
                        20,
                        Range.atLeast(1),
                        Importance.LOW,
                        "Number of SKUs going to zero from which on the share counts.",
                        GUARD,
                        3,
                        Width.SHORT,
                        "Fewest SKUs")
                .define(
                        BLAST_CONFIRM,
                        Type.STRING,
                        null,
                        Importance.LOW,
                        "Token from the log, by which you confirm that the levels held back are right. It lets pass what was"
                                + " computed up to the moment it names, and nothing later.",
                        GUARD,
                        4,
                        Width.LONG,
                        "Confirmation");
    }

    private static void results(ConfigDef def) {
        def.define(
                        REPORTER_SERVERS,
                        Type.LIST,
                        "",
                        ConfigDef.LambdaValidator.with(SinkKeys::ensureServers, () -> "host:port, separated by commas"),
                        Importance.HIGH,
                        "Kafka brokers to which the result of each push is sent, host:port. Without it no results are sent, a"
                                + " ledger waits for them until its time-out, and a restarted task cannot know what was"
                                + " written before. Settings of the clients go behind " + REPORTER_PRODUCER + " and "
                                + REPORTER_CONSUMER + " (security, for instance).",
                        RESULTS,
                        1,
                        Width.LONG,
                        "Brokers for results")
                .define(
                        REPORTER_TOPIC,
                        Type.STRING,
                        null,
                        Importance.LOW,
                        "Topic of the results. By default topic.prefix and result.inventory-push.v1.",
                        RESULTS,
                        2,
                        Width.LONG,
                        "Topic of results");
    }

    /** Where the results of pushes go. */
    static String resultTopic(ChannelConfig config) {
        String topic = config.getString(REPORTER_TOPIC);
        return topic == null ? Entity.INVENTORY_PUSH_RESULT.topic(config.topicPrefix()) : topic;
    }

    private static void ensureServers(String key, Object value) {
        for (Object server : (List<?>) value) {
            if (!server.toString().matches("\\S+:\\d{1,5}")) {
                throw new ConfigException(key, server, "expected host:port");
            }
        }
    }
}
