package io.unifiedcommerce.tck.conformance.simulation;

import java.time.Instant;

/** The state of a simulated record. */
record Row(long id, int version, Instant changedAt) {

    String idText() {
        return Long.toString(id);
    }
}
