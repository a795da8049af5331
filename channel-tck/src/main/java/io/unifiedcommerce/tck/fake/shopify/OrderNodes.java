package io.unifiedcommerce.tck.fake.shopify;

import io.unifiedcommerce.tck.fake.shop.Fulfilment;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderLine;
import io.unifiedcommerce.tck.fake.shop.Payment;
import io.unifiedcommerce.tck.fake.shop.Refund;

/** Parts of an order together with the order, whose currency and tax they need. */
final class OrderNodes {
    record Line(Order order, OrderLine line) {}

    record Parcel(Order order, Fulfilment fulfilment) {}

    record ParcelLine(Order order, Fulfilment fulfilment, OrderLine line) {}

    record Transaction(Order order, Payment payment) {}

    record PaidBack(Order order, Refund refund) {}

    record PaidBackLine(Order order, Refund.Line line) {}

    private OrderNodes() {}
}
