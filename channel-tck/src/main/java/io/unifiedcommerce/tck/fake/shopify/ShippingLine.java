package io.unifiedcommerce.tck.fake.shopify;

import io.unifiedcommerce.tck.fake.shop.Order;
import java.util.List;

/** The way an order is sent, when that costs something. */
record ShippingLine(Order order) {
    static ShippingLine of(Order order) {
        return order.placed().shipping().signum() == 0 ? null : new ShippingLine(order);
    }

    Money price() {
        return Money.of(order, order.placed().shipping());
    }

    List<TaxLine> taxes() {
        return TaxLine.in(order, order.placed().shipping());
    }

    static void wire(Wiring wiring) {
        wiring.type("ShippingLine", ShippingLine.class)
                .field("id", line -> Gid.of("ShippingLine", line.order().id()))
                .field("originalPriceSet", ShippingLine::price)
                .field("discountedPriceSet", ShippingLine::price)
                .field("taxLines", ShippingLine::taxes)
                .constant("Standard", "title", "code")
                .constant(null, "carrierIdentifier");
    }
}
