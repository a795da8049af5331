package io.unifiedcommerce.tck.fake.shopify;

import io.unifiedcommerce.tck.fake.shop.Order;
import java.math.BigDecimal;
import java.util.List;

/** The one tax that the fake knows. */
record TaxLine(String title, BigDecimal rate, Money price) {
    static List<TaxLine> in(Order order, BigDecimal amount) {
        BigDecimal rate = order.placed().taxRate();
        return rate.signum() == 0 ? List.of() : List.of(new TaxLine("VAT", rate, Money.of(order, order.taxIn(amount))));
    }

    static void wire(Wiring wiring) {
        wiring.type("TaxLine", TaxLine.class)
                .field("title", TaxLine::title)
                .field("rate", TaxLine::rate)
                .field("priceSet", TaxLine::price);
    }
}
