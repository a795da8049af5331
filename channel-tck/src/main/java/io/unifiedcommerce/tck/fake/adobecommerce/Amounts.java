package io.unifiedcommerce.tck.fake.adobecommerce;

import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * The amounts of an order as Magento splits them. The shop's prices hold tax, and its discount is of the order; Magento tells
 * prices without tax and spreads discounts over the lines.
 */
final class Amounts {
    private final Order order;

    Amounts(Order order) {
        this.order = order;
    }

    static BigDecimal money(BigDecimal amount) {
        return amount.setScale(4, RoundingMode.HALF_UP);
    }

    /** The part of an amount that is no tax. */
    BigDecimal net(BigDecimal gross) {
        return gross.subtract(order.taxIn(gross));
    }

    BigDecimal rowTotal(OrderLine line) {
        return net(line.total());
    }

    /** The discount that falls on the line, of its price with tax; the last line takes what is left by rounding. */
    BigDecimal discount(OrderLine line) {
        BigDecimal whole = order.placed().discount();
        if (whole.signum() == 0) {
            return BigDecimal.ZERO;
        }
        OrderLine last = order.lines().get(order.lines().size() - 1);
        if (line.id() != last.id()) {
            return share(line, whole);
        }
        return order.lines().stream()
                .filter(other -> other.id() != last.id())
                .map(other -> share(other, whole))
                .reduce(whole, BigDecimal::subtract);
    }

    private BigDecimal share(OrderLine line, BigDecimal whole) {
        return whole.multiply(line.total()).divide(order.subtotal(), 2, RoundingMode.DOWN);
    }

    /** Tax that the discount saves. */
    BigDecimal compensation(OrderLine line) {
        return order.taxIn(discount(line));
    }

    BigDecimal tax(OrderLine line) {
        return order.taxIn(line.total()).subtract(compensation(line));
    }

    BigDecimal subtotal() {
        return order.lines().stream().map(this::rowTotal).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal compensation() {
        return order.lines().stream().map(this::compensation).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal tax() {
        return order.lines().stream()
                .map(this::tax)
                .reduce(order.taxIn(order.placed().shipping()), BigDecimal::add);
    }

    /** What is due for some units of the order's lines, tax contained and discounts taken off. */
    BigDecimal due(Map<Long, Integer> units) {
        return order.lines().stream()
                .map(line -> line.total()
                        .subtract(discount(line))
                        .multiply(BigDecimal.valueOf(units.getOrDefault(line.id(), 0)))
                        .divide(BigDecimal.valueOf(line.quantity()), 2, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
