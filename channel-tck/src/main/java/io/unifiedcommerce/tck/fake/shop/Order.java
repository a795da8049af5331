package io.unifiedcommerce.tck.fake.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as it stands.
 *
 * @param placed what the shopper bought, unchanged for ever
 * @param placedAt business time, may lie before createdAt
 * @param cancellation null unless cancelled
 */
public record Order(
        long id,
        long number,
        OrderDraft placed,
        Instant placedAt,
        Instant createdAt,
        Instant updatedAt,
        Cancellation cancellation,
        List<OrderLine> lines,
        List<Fulfilment> fulfilments,
        List<Payment> payments,
        List<Refund> refunds)
        implements Versioned {
    /** When and why an order was cancelled. */
    public record Cancellation(Instant at, Reason reason) {
        /** Who gave up the order. */
        public enum Reason {
            CUSTOMER,
            FRAUD,
            INVENTORY,
            OTHER
        }
    }

    public Order {
        lines = List.copyOf(lines);
        fulfilments = List.copyOf(fulfilments);
        payments = List.copyOf(payments);
        refunds = List.copyOf(refunds);
    }

    public boolean cancelled() {
        return cancellation != null;
    }

    public Optional<OrderLine> line(long lineId) {
        return lines.stream().filter(line -> line.id() == lineId).findFirst();
    }

    /** Price of the goods as ordered, tax contained. */
    public BigDecimal subtotal() {
        return lines.stream().map(OrderLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the shopper owed for the goods when ordering, tax contained. */
    public BigDecimal discountedSubtotal() {
        return subtotal().subtract(placed.discount());
    }

    /** What the shopper owed when ordering, tax contained. */
    public BigDecimal total() {
        return discountedSubtotal().add(placed.shipping());
    }

    public BigDecimal refunded() {
        return refunds.stream().map(Refund::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The tax contained in an amount, rounded half up to cents. */
    public BigDecimal taxIn(BigDecimal amount) {
        return amount.subtract(amount.divide(BigDecimal.ONE.add(placed.taxRate()), 2, RoundingMode.HALF_UP))
                .setScale(2, RoundingMode.HALF_UP);
    }

    public int units() {
        return lines.stream().mapToInt(OrderLine::quantity).sum();
    }

    public int unitsFulfilled() {
        return lines.stream().mapToInt(OrderLine::fulfilled).sum();
    }

    public int unitsOpen() {
        return lines.stream().mapToInt(OrderLine::open).sum();
    }

    Order with(List<OrderLine> newLines, List<Payment> newPayments, Instant now) {
        return new Order(
                id,
                number,
                placed,
                placedAt,
                createdAt,
                now,
                cancellation,
                newLines,
                fulfilments,
                newPayments,
                refunds);
    }

    Order fulfilledBy(List<Fulfilment> newFulfilments) {
        return new Order(
                id,
                number,
                placed,
                placedAt,
                createdAt,
                updatedAt,
                cancellation,
                lines,
                newFulfilments,
                payments,
                refunds);
    }

    Order refundedBy(List<Refund> newRefunds) {
        return new Order(
                id,
                number,
                placed,
                placedAt,
                createdAt,
                updatedAt,
                cancellation,
                lines,
                fulfilments,
                payments,
                newRefunds);
    }

    Order cancelledBy(Cancellation newCancellation) {
        return new Order(
                id,
                number,
                placed,
                placedAt,
                createdAt,
                updatedAt,
                newCancellation,
                lines,
                fulfilments,
                payments,
                refunds);
    }
}
