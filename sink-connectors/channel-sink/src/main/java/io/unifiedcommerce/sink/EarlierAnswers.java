package io.unifiedcommerce.sink;

import io.unifiedcommerce.model.InventoryPushResult;
import java.time.Instant;
import java.util.Map;

/**
 * What the tasks before this one have answered. Commands whose offsets were not committed when a worker died come again; a
 * platform without idempotency keys would carry them out a second time.
 */
interface EarlierAnswers {

    /**
     * Answers that say a push took effect, or may have, by push id.
     *
     * @param moment when the first command that comes again was sent, by Kafka's clock
     * @throws org.apache.kafka.connect.errors.ConnectException when they cannot be read: going on would be a guess
     */
    Map<String, InventoryPushResult> since(Instant moment);

    /** For a task that sends no results. */
    static EarlierAnswers none() {
        return moment -> Map.of();
    }
}
