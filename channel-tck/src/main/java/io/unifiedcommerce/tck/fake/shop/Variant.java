package io.unifiedcommerce.tck.fake.shop;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One sellable variant.
 *
 * @param itemId id of the stocked item; differs from the variant's so that a mix-up of the two is seen
 * @param sku may be empty, and need not be unique
 * @param oversell whether an order may take the available quantity below zero
 */
public record Variant(
        long id,
        long itemId,
        long productId,
        String sku,
        String title,
        BigDecimal price,
        String barcode,
        boolean oversell,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {
    /** The same variant at another price. */
    public Variant priced(BigDecimal newPrice) {
        return new Variant(id, itemId, productId, sku, title, newPrice, barcode, oversell, createdAt, updatedAt);
    }

    /** The same variant under another SKU. */
    public Variant renamed(String newSku) {
        return new Variant(id, itemId, productId, newSku, title, price, barcode, oversell, createdAt, updatedAt);
    }

    Variant touched(Instant now) {
        return new Variant(id, itemId, productId, sku, title, price, barcode, oversell, createdAt, now);
    }
}
