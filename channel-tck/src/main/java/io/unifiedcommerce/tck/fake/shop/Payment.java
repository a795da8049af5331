package io.unifiedcommerce.tck.fake.shop;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Money that moved for an order.
 *
 * @param parentId the sale that a refund pays back, 0 for none
 */
public record Payment(long id, Kind kind, BigDecimal amount, long parentId, Instant at) {
    /** Direction of the money. */
    public enum Kind {
        SALE,
        REFUND
    }
}
