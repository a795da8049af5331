package io.unifiedcommerce.pos;

import io.unifiedcommerce.channel.config.PluginVersion;
import io.unifiedcommerce.pos.capture.BatchQueue;
import io.unifiedcommerce.pos.capture.CaptureSettings;
import io.unifiedcommerce.pos.capture.Position;
import io.unifiedcommerce.pos.capture.StoreCapture;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** Runs the capture of one store and gives its records to Connect, whole transactions at a time. */
public final class PosSourceTask extends SourceTask {
    private static final Duration LONGEST_POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(4);

    private BatchQueue queue;
    private StoreCapture capture;
    private int batch;

    @Override
    public void start(Map<String, String> props) {
        PosConfig config = PosConfig.parse(props);
        CaptureSettings settings = config.settings();
        queue = new BatchQueue(config.queue());
        batch = config.batch();
        TaskMetrics metrics = TaskMetrics.of(context, queue, Clock.systemUTC());
        capture = new StoreCapture(config.plan(), settings, () -> stored(settings), queue, metrics, Clock.systemUTC());
        capture.start();
    }

    private Position stored(CaptureSettings settings) {
        try {
            return Position.of(
                    context.offsetStorageReader().offset(settings.provenance().partition()));
        } catch (IllegalArgumentException e) {
            throw new ConnectException(
                    "The stored offset of " + settings.provenance().instance() + " is not one of this connector: "
                            + e.getMessage() + ". Stop the connector and delete its offsets",
                    e);
        }
    }

    @Override
    public List<SourceRecord> poll() throws InterruptedException {
        capture.throwIfFailed();
        List<SourceRecord> records = queue.take(LONGEST_POLL, batch);
        if (records.isEmpty()) {
            return null;
        }
        if (context.transactionContext() != null) {
            context.transactionContext().commitTransaction();
        }
        return records;
    }

    /**
     * Lets the capture confirm to the server what Connect has stored. Only here, not when a record is acknowledged: offsets
     * are stored later than records.
     */
    @Override
    public void commit() {
        capture.committed();
    }

    @Override
    public void stop() {
        if (capture != null) {
            capture.stop(LONGEST_STOP);
        }
    }

    @Override
    public String version() {
        return PluginVersion.of(PosSourceTask.class);
    }
}
