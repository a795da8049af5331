package io.unifiedcommerce.tck.fake.shop;

import java.math.BigDecimal;

/**
 * One line of an order; quantities in units.
 *
 * @param variant the variant as it was when the order was placed
 * @param quantity as ordered
 * @param fulfilled shipped or handed over
 * @param returned refunded after fulfilment
 * @param removed refunded or cancelled before fulfilment
 */
public record OrderLine(
        long id,
        Variant variant,
        String title,
        int quantity,
        BigDecimal unitPrice,
        int fulfilled,
        int returned,
        int removed) {
    /** Still to be shipped. */
    public int open() {
        return quantity - fulfilled - removed;
    }

    /** Neither refunded nor cancelled. */
    public int current() {
        return quantity - returned - removed;
    }

    public int refunded() {
        return returned + removed;
    }

    public BigDecimal total() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }

    OrderLine fulfilling(int units) {
        return new OrderLine(id, variant, title, quantity, unitPrice, fulfilled + units, returned, removed);
    }

    OrderLine refunding(int unitsReturned, int unitsRemoved) {
        return new OrderLine(
                id, variant, title, quantity, unitPrice, fulfilled, returned + unitsReturned, removed + unitsRemoved);
    }
}
