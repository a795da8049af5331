package io.unifiedcommerce.channel.write;

import io.unifiedcommerce.channel.manifest.WriteSpec;

/**
 * A change of the stock that a store shows for one SKU at one location.
 *
 * @param pushId the same whenever the same change is tried again, also by another task: what idempotency keys are made of
 * @param sku canonical SKU
 * @param locationId location in the channel; null when the store has one stock
 * @param mode how to write; see {@link WriteSpec.Mode}
 * @param delta units to add, negative to take away; 0 unless the mode is DELTA
 * @param expected units the store is believed to show; null when not known, never null when the mode is CAS
 * @param target units the store shall show
 */
public record StockCommand(
        String pushId, String sku, String locationId, WriteSpec.Mode mode, long delta, Long expected, long target)
        implements WriteCommand {}
