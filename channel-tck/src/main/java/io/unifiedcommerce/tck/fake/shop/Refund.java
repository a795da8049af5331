package io.unifiedcommerce.tck.fake.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Units paid back in one go. */
public record Refund(long id, Instant createdAt, String note, BigDecimal amount, long paymentId, List<Line> lines) {
    /** Units of one order line; {@code cancelled} means that they had not been shipped. */
    public record Line(long id, long lineId, int quantity, boolean cancelled, boolean restocked, BigDecimal amount) {}

    public Refund {
        lines = List.copyOf(lines);
    }
}
