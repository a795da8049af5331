package io.unifiedcommerce.flink.inventory.core;

import java.io.Serializable;

/**
 * A place that holds stock.
 *
 * @param id canonical id
 * @param authority channel instance (or the hub) whose counts are the truth for this place
 * @param measured what those counts measure when the count itself does not say
 * @param safetyStock units of every SKU that are never offered
 */
public record StockLocation(String id, String authority, Measured measured, long safetyStock) implements Serializable {}
