package io.unifiedcommerce.sink;

import org.apache.kafka.connect.sink.SinkRecord;

/**
 * A record that waits for its outcome.
 *
 * @param record the instance given to {@code put()}, by which the framework finds the original bytes
 */
record Taken(SinkRecord record, PendingOffsets.Claim claim) {}
