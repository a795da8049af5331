package io.unifiedcommerce.flink.inventory.core;

import java.io.Serializable;

/**
 * Where and how a channel is told its stock.
 *
 * @param locationId location in the channel's own words
 */
public record PushPoint(String locationId, PushMode mode) implements Serializable {}
