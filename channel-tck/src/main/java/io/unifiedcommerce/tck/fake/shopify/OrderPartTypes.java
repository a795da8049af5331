package io.unifiedcommerce.tck.fake.shopify;

import io.unifiedcommerce.tck.fake.shop.Fulfilment;
import io.unifiedcommerce.tck.fake.shop.Location;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.Payment;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.math.BigDecimal;
import java.util.List;

/** Lines, fulfilments, transactions and refunds of an order. */
final class OrderPartTypes {
    private static final String GATEWAY = "bogus";

    private final Shop shop;

    OrderPartTypes(Shop shop) {
        this.shop = shop;
    }

    void wire(Wiring wiring) {
        line(wiring);
        fulfilment(wiring);
        transaction(wiring);
        refund(wiring);
    }

    private void line(Wiring wiring) {
        wiring.type("LineItem", OrderNodes.Line.class)
                .field("id", node -> Gid.of("LineItem", node.line().id()))
                .field("sku", node -> node.line().variant().sku())
                .field("name", node -> node.line().title())
                .field("title", node -> node.line().title())
                .field("quantity", node -> node.line().quantity())
                .field("currentQuantity", node -> node.line().current())
                .field("refundableQuantity", node -> node.line().current())
                .field("unfulfilledQuantity", node -> node.line().open())
                // Null once deleted; the line keeps its own copy of the SKU.
                .field(
                        "variant",
                        node -> shop.catalogue()
                                .variants()
                                .find(node.line().variant().id())
                                .orElse(null))
                .field(
                        "product",
                        node -> shop.catalogue()
                                .products()
                                .find(node.line().variant().productId())
                                .orElse(null))
                .field(
                        "originalUnitPriceSet",
                        node -> Money.of(node.order(), node.line().unitPrice()))
                .field(
                        "discountedUnitPriceAfterAllDiscountsSet",
                        node -> Money.of(node.order(), node.line().unitPrice()))
                .field(
                        "originalTotalSet",
                        node -> Money.of(node.order(), node.line().total()))
                .field("totalDiscountSet", node -> Money.of(node.order(), BigDecimal.ZERO))
                .field(
                        "taxLines",
                        (node, call) -> OrderTypes.firstOf(
                                call, TaxLine.in(node.order(), node.line().total())))
                .constant(null, "variantTitle", "vendor")
                .constant(true, "requiresShipping", "taxable")
                .constant(false, "isGiftCard")
                .constant(List.of(), "customAttributes");
    }

    private void fulfilment(Wiring wiring) {
        wiring.type("Fulfillment", OrderNodes.Parcel.class)
                .field("id", node -> Gid.of("Fulfillment", node.fulfilment().id()))
                .field("legacyResourceId", node -> node.fulfilment().id())
                .field(
                        "name",
                        node -> OrderTypes.name(node.order()) + "-F"
                                + node.fulfilment().sequence())
                .field("createdAt", node -> node.fulfilment().createdAt())
                .field("updatedAt", node -> node.fulfilment().createdAt())
                .field(
                        "totalQuantity",
                        node -> node.fulfilment().units().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                .field("location", node -> location(node.order()))
                .field("trackingInfo", (node, call) -> OrderTypes.firstOf(call, tracking(node.fulfilment())))
                .field(
                        "fulfillmentLineItems",
                        (node, call) -> PageRequest.of(call)
                                .take(node.order().lines().stream()
                                        .filter(line ->
                                                node.fulfilment().units().containsKey(line.id()))
                                        .map(line -> new OrderNodes.ParcelLine(node.order(), node.fulfilment(), line))
                                        .toList()))
                .field("order", OrderNodes.Parcel::order)
                .constant("SUCCESS", "status")
                .constant("FULFILLED", "displayStatus")
                .constant(null, "inTransitAt", "deliveredAt", "estimatedDeliveryAt");
        wiring.type("FulfillmentTrackingInfo", Fulfilment.Tracking.class)
                .field("company", tracking -> OrderTypes.blankAsNull(tracking.carrier()))
                .field("number", tracking -> OrderTypes.blankAsNull(tracking.number()))
                .field("url", tracking -> OrderTypes.blankAsNull(tracking.url()));
        wiring.type("FulfillmentLineItem", OrderNodes.ParcelLine.class)
                .field(
                        "id",
                        node -> Gid.of(
                                "FulfillmentLineItem",
                                node.fulfilment().id() * 1000
                                        + node.order().lines().indexOf(node.line())))
                .field(
                        "quantity",
                        node -> node.fulfilment().units().get(node.line().id()))
                .field("lineItem", node -> new OrderNodes.Line(node.order(), node.line()));
    }

    private static List<Fulfilment.Tracking> tracking(Fulfilment fulfilment) {
        return fulfilment.tracking().equals(Fulfilment.Tracking.NONE) ? List.of() : List.of(fulfilment.tracking());
    }

    private static void transaction(Wiring wiring) {
        wiring.type("OrderTransaction", OrderNodes.Transaction.class)
                .field("id", node -> Gid.of("OrderTransaction", node.payment().id()))
                .field("kind", node -> node.payment().kind().name())
                .field("createdAt", node -> node.payment().at())
                .field("processedAt", node -> node.payment().at())
                .field("paymentId", node -> "pay-" + node.payment().id())
                .field(
                        "amountSet",
                        node -> Money.of(node.order(), node.payment().amount()))
                .field("parentTransaction", node -> parent(node))
                .field("order", OrderNodes.Transaction::order)
                .constant("SUCCESS", "status")
                .constant(GATEWAY, "gateway", "formattedGateway")
                .constant(null, "errorCode")
                .constant(false, "test");
    }

    private static Object parent(OrderNodes.Transaction node) {
        return node.order().payments().stream()
                .filter(payment -> payment.id() == node.payment().parentId())
                .findFirst()
                .map(payment -> new OrderNodes.Transaction(node.order(), payment))
                .orElse(null);
    }

    private void refund(Wiring wiring) {
        wiring.type("Refund", OrderNodes.PaidBack.class)
                .field("id", node -> Gid.of("Refund", node.refund().id()))
                .field("legacyResourceId", node -> node.refund().id())
                .field("createdAt", node -> node.refund().createdAt())
                .field("updatedAt", node -> node.refund().createdAt())
                .field("note", node -> node.refund().note())
                .field(
                        "totalRefundedSet",
                        node -> Money.of(node.order(), node.refund().amount()))
                .field(
                        "refundLineItems",
                        (node, call) -> PageRequest.of(call)
                                .take(node.refund().lines().stream()
                                        .map(line -> new OrderNodes.PaidBackLine(node.order(), line))
                                        .toList()))
                .field("transactions", (node, call) -> PageRequest.of(call).take(payments(node)))
                .field("order", OrderNodes.PaidBack::order);
        wiring.type("RefundLineItem", OrderNodes.PaidBackLine.class)
                .field("id", node -> Gid.of("RefundLineItem", node.line().id()))
                .field("quantity", node -> node.line().quantity())
                .field("restockType", OrderPartTypes::restockType)
                .field("restocked", node -> node.line().restocked())
                .field("subtotalSet", node -> Money.of(node.order(), node.line().amount()))
                .field(
                        "totalTaxSet",
                        node -> Money.of(
                                node.order(), node.order().taxIn(node.line().amount())))
                .field(
                        "priceSet",
                        node -> Money.of(
                                node.order(),
                                node.order()
                                        .line(node.line().lineId())
                                        .orElseThrow()
                                        .unitPrice()))
                .field("location", node -> node.line().restocked() ? location(node.order()) : null)
                .field(
                        "lineItem",
                        node -> new OrderNodes.Line(
                                node.order(),
                                node.order().line(node.line().lineId()).orElseThrow()));
    }

    private static List<OrderNodes.Transaction> payments(OrderNodes.PaidBack node) {
        return node.order().payments().stream()
                .filter(payment -> payment.kind() == Payment.Kind.REFUND)
                .filter(payment -> payment.id() == node.refund().paymentId())
                .map(payment -> new OrderNodes.Transaction(node.order(), payment))
                .toList();
    }

    static String restockType(OrderNodes.PaidBackLine node) {
        if (!node.line().restocked()) {
            return "NO_RESTOCK";
        }
        return node.line().cancelled() ? "CANCEL" : "RETURN";
    }

    private Location location(Order order) {
        return shop.locations().records().find(order.placed().locationId()).orElse(null);
    }
}
