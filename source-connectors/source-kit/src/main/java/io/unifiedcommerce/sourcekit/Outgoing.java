package io.unifiedcommerce.sourcekit;

import org.apache.kafka.connect.source.SourceRecord;

/**
 * A record on its way to Kafka Connect.
 *
 * @param bytes its size, as an estimate
 * @param whole whether a transaction that ends with it leaves nothing to be repeated
 */
public record Outgoing(SourceRecord record, int bytes, boolean whole) {}
