package io.unifiedcommerce.channel.mapping;

import io.unifiedcommerce.model.Entity;
import org.apache.kafka.connect.data.Struct;

/**
 * A unified event, ready for its topic.
 *
 * @param key the record key by the entity's key rule
 * @param value the entity; null for a tombstone (the record is gone at its source)
 */
public record NormalizedEvent(Entity entity, String key, Struct value) {}
