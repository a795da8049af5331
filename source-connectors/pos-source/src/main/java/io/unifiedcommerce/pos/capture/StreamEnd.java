package io.unifiedcommerce.pos.capture;

import io.unifiedcommerce.pos.database.TillSlot;
import io.unifiedcommerce.pos.record.RecordPlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a stream so that the replication slot is free for whoever comes next. Debezium's own end can leave its connection open: it
 * waits a moment for its reading thread, and a thread that is slow, and connects anew just then, is closed by nobody. The server
 * keeps the slot for such a connection until it times out, after a minute by default, and nobody else can capture meanwhile.
 *
 * <p>Runs on a thread of its own, because the interrupt that ends a capture must not break off this too.
 */
final class StreamEnd {
    private static final Logger LOG = LoggerFactory.getLogger(StreamEnd.class);
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final RecordPlan plan;
    private final CaptureSettings settings;
    private final OffsetDateTime begun;

    /**
     * @param begun when the session began, by the server's clock
     */
    StreamEnd(RecordPlan plan, CaptureSettings settings, OffsetDateTime begun) {
        this.plan = plan;
        this.settings = settings;
        this.begun = begun;
    }

    /** Ends the stream and waits for it, interrupted or not. */
    void end(ChangeStream stream) {
        String name = "pos-end-" + settings.provenance().instance();
        Thread ending = new Thread(() -> run(stream), name);
        ending.setDaemon(true);
        ending.start();
        boolean interrupted = false;
        while (ending.isAlive()) {
            try {
                ending.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(ChangeStream stream) {
        try {
            stream.close();
        } finally {
            release();
        }
    }

    private void release() {
        try (Connection connection = settings.address().connect(LIMIT, LIMIT)) {
            if (new TillSlot(connection, plan, settings.capture()).release(begun)) {
                LOG.info(
                        "Ended a connection of {} that was left behind",
                        settings.provenance().instance());
            }
        } catch (SQLException e) {
            LOG.debug("The server is away, and with it the connection", e);
        }
    }
}
