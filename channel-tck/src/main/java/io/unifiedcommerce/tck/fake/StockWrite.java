package io.unifiedcommerce.tck.fake;

import java.time.Instant;

/**
 * A stock level written through the API, as it took effect.
 *
 * @param name the quantity written, in the platform's word, for example available or on_hand
 * @param reference what the writer gave as reason or reference, may be empty
 */
public record StockWrite(
        Instant at, String sku, long locationId, String name, long before, long after, String reference) {}
