package io.unifiedcommerce.pos.capture;

import io.unifiedcommerce.pos.database.Preflight;
import io.unifiedcommerce.pos.database.TillAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How one store is captured.
 *
 * @param options values of the manifest's options
 * @param since local date and time before which the history is left out; null for none
 * @param heartbeat how often an idle capture tells its position; zero for never
 * @param pollInterval how long the capture waits when the log has nothing new
 * @param referenceRows most rows kept of each reference table
 * @param transactionRows most rows held of one transaction
 * @param backoff first wait after the database was lost; doubles up to 30 seconds
 */
public record CaptureSettings(
        Provenance provenance,
        TillAddress address,
        Preflight.Capture capture,
        Map<String, String> options,
        String since,
        Duration heartbeat,
        Duration pollInterval,
        int referenceRows,
        int transactionRows,
        Duration backoff) {

    /**
     * Which store the records are of, and where they go.
     *
     * @param connector the connector's name
     */
    public record Provenance(String connector, String tenant, String channel, String instance, String topicPrefix) {

        /**
         * The store as a source partition of Connect. Connect finds an offset by the bytes of the partition's JSON, so it never
         * gets another key, and its keys must come in the order of a HashMap, which is what Connect itself makes of a
         * partition that it has read: with any other order its REST interface would find nothing and reset nothing.
         */
        public Map<String, String> partition() {
            Map<String, String> partition = new HashMap<>();
            partition.put("channel", channel);
            partition.put("instance", instance);
            return partition;
        }
    }
}
