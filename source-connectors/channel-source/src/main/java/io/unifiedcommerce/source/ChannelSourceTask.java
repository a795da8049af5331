package io.unifiedcommerce.source;

import io.unifiedcommerce.channel.config.PluginVersion;
import io.unifiedcommerce.sourcekit.Outgoing;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.apache.kafka.connect.source.TransactionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads some streams of a channel on a thread of its own, and hands their records over when Kafka Connect polls. Starting makes
 * no call to the platform, polling takes less than a second, stopping less than two.
 */
public final class ChannelSourceTask extends SourceTask {
    /** Number of the task, for the names of its threads. */
    static final String NUMBER = "task.number";

    /** Listed streams that the task reads. */
    static final String STREAMS = "task.streams";

    /** Whether the task runs the webhook listener and looks after the subscriptions. */
    static final String WEBHOOKS = "task.webhooks";

    private static final Logger LOG = LoggerFactory.getLogger(ChannelSourceTask.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration GRACE = Duration.ofMillis(1_500);

    private final Clock clock;
    private TaskRuntime runtime;
    private TransactionPolicy transactions;
    private SourceRecord lastRecord;
    private int batchRecords;

    public ChannelSourceTask() {
        this(Clock.systemUTC());
    }

    ChannelSourceTask(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void start(Map<String, String> props) {
        SourceConfig config = new SourceConfig(SourceConfig.definition(null).parse(props));
        batchRecords = config.number(SourceKeys.BATCH_RECORDS);
        transactions = new TransactionPolicy(
                config.number(SourceKeys.TRANSACTION_RECORDS),
                config.millis(SourceKeys.TRANSACTION_INTERVAL),
                config.millis(SourceKeys.TRANSACTION_MAX_OPEN),
                clock);
        runtime = new TaskAssembly(config, props, context, clock, new Random()).assemble();
        runtime.start();
        LOG.info(
                "Reading streams {} of {}", props.get(STREAMS), config.channel().instance());
    }

    @Override
    public List<SourceRecord> poll() throws InterruptedException {
        runtime.rethrow();
        List<Outgoing> taken = runtime.buffer().take(batchRecords, PATIENCE);
        TransactionContext transaction = context.transactionContext();
        if (taken.isEmpty()) {
            return transaction != null && transactions.overdue() ? List.of(closing(transaction)) : null;
        }
        List<SourceRecord> records = new ArrayList<>(taken.size());
        for (int i = 0; i < taken.size(); i++) {
            Outgoing next = taken.get(i);
            records.add(next.record());
            boolean more = i < taken.size() - 1 || !runtime.buffer().isEmpty();
            if (transaction != null && transactions.endsWith(next.whole(), more)) {
                transaction.commitTransaction(next.record());
            }
        }
        lastRecord = records.get(records.size() - 1);
        return records;
    }

    /** A transaction ends only with a record; when none follows for long, this one stands in. */
    private SourceRecord closing(TransactionContext transaction) {
        SourceRecord record =
                runtime.records().heartbeat(lastRecord.sourcePartition(), lastRecord.sourceOffset(), clock.instant());
        transactions.endsWith(true, false);
        transaction.commitTransaction(record);
        return record;
    }

    @Override
    public void commitRecord(SourceRecord record, RecordMetadata metadata) {
        runtime.acknowledgements().stored(record);
    }

    @Override
    public void stop() {
        if (runtime != null) {
            runtime.stop(GRACE);
            LOG.info("Stopped");
        }
    }

    @Override
    public String version() {
        return PluginVersion.of(ChannelSourceTask.class);
    }
}
