package io.unifiedcommerce.sink;

import io.unifiedcommerce.model.InventoryPushResult;
import java.time.Instant;

/** Tells the ledger what became of its pushes. */
interface ResultPublisher extends AutoCloseable {

    /**
     * Sends a result.
     *
     * @param acknowledged runs once it is durable, on any thread
     */
    void publish(InventoryPushResult result, Runnable acknowledged);

    /**
     * Sends again what was not taken.
     *
     * @return when to call again; null when nothing is left
     * @throws org.apache.kafka.connect.errors.ConnectException when results will never be taken
     */
    Instant retry(Instant now);

    /** Gives up what is not acknowledged yet. */
    @Override
    void close();

    /** For a task that is not told where to send results. */
    static ResultPublisher none() {
        return new ResultPublisher() {
            @Override
            public void publish(InventoryPushResult result, Runnable acknowledged) {
                acknowledged.run();
            }

            @Override
            public Instant retry(Instant now) {
                return null;
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
