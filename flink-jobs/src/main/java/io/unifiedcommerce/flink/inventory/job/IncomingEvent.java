package io.unifiedcommerce.flink.inventory.job;

import io.unifiedcommerce.model.Entity;

/**
 * A unified event as it came, not yet read.
 *
 * @param position where it came from, {@code topic/partition/offset}
 * @param key null if it has none
 * @param value JSON form; null for a tombstone
 */
public record IncomingEvent(Entity entity, String position, byte[] key, byte[] value) {}
