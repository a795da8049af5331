package io.unifiedcommerce.tck.fake.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What a shopper buys.
 *
 * @param customerId 0 for a guest
 * @param currency ISO 4217
 * @param placedAt business time; null means now
 * @param locationId where the goods are taken from
 * @param taxRate share of tax contained in the prices, for example 0.20
 * @param paid whether the payment is captured at once
 * @param source where it was sold, for example web or pos
 */
public record OrderDraft(
        List<Line> lines,
        long customerId,
        String email,
        String currency,
        Instant placedAt,
        long locationId,
        BigDecimal shipping,
        BigDecimal discount,
        BigDecimal taxRate,
        boolean paid,
        String source,
        Address address) {
    /** Units of one SKU at a price that contains the tax. */
    public record Line(String sku, int quantity, BigDecimal unitPrice) {
        public Line {
            if (quantity <= 0) {
                throw new IllegalArgumentException("quantity must be positive, was " + quantity);
            }
        }
    }

    public OrderDraft {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("lines must not be empty");
        }
    }

    /** A paid web order of a guest, placed now, without shipping cost or discount, 20 % tax contained. */
    public static OrderDraft of(String currency, long locationId, Line... lines) {
        return new OrderDraft(
                List.of(lines),
                0,
                "",
                currency,
                null,
                locationId,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                new BigDecimal("0.20"),
                true,
                "web",
                Address.NONE);
    }

    public OrderDraft boughtBy(Customer customer) {
        return boughtBy(
                customer.id(), customer.profile().email(), customer.profile().address());
    }

    public OrderDraft boughtBy(long newCustomerId, String newEmail, Address newAddress) {
        return new OrderDraft(
                lines,
                newCustomerId,
                newEmail,
                currency,
                placedAt,
                locationId,
                shipping,
                discount,
                taxRate,
                paid,
                source,
                newAddress);
    }

    public OrderDraft placedAt(Instant newPlacedAt) {
        return new OrderDraft(
                lines,
                customerId,
                email,
                currency,
                newPlacedAt,
                locationId,
                shipping,
                discount,
                taxRate,
                paid,
                source,
                address);
    }

    public OrderDraft charged(BigDecimal newShipping, BigDecimal newDiscount) {
        return new OrderDraft(
                lines,
                customerId,
                email,
                currency,
                placedAt,
                locationId,
                newShipping,
                newDiscount,
                taxRate,
                paid,
                source,
                address);
    }

    public OrderDraft unpaid() {
        return new OrderDraft(
                lines,
                customerId,
                email,
                currency,
                placedAt,
                locationId,
                shipping,
                discount,
                taxRate,
                false,
                source,
                address);
    }

    public OrderDraft soldOn(String newSource) {
        return new OrderDraft(
                lines,
                customerId,
                email,
                currency,
                placedAt,
                locationId,
                shipping,
                discount,
                taxRate,
                paid,
                newSource,
                address);
    }
}
