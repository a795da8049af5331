package io.unifiedcommerce.tck.conformance.simulation;

import java.time.Instant;

/**
 * The state of a simulated record.
 *
 * @param sequence number of its last change among all changes
 */
record Row(long id, int version, long sequence, Instant changedAt) {

    String idText() {
        return Long.toString(id);
    }
}
