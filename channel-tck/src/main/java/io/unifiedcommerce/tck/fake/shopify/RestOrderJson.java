package io.unifiedcommerce.tck.fake.shopify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.shop.Address;
import io.unifiedcommerce.tck.fake.shop.Fulfilment;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderLine;
import io.unifiedcommerce.tck.fake.shop.Payment;
import io.unifiedcommerce.tck.fake.shop.Refund;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.util.Locale;

/** Orders with their parts in REST shape. */
final class RestOrderJson {
    private final Shop shop;
    private final RestJson json;

    RestOrderJson(Shop shop, RestJson json) {
        this.shop = shop;
        this.json = json;
    }

    ObjectNode order(Order order) {
        ObjectNode node = RestJson.identified("Order", order.id())
                .put("name", OrderTypes.name(order))
                .put("number", order.number() - 1000)
                .put("order_number", order.number())
                .put("email", order.placed().email())
                .put("contact_email", OrderTypes.blankAsNull(order.placed().email()))
                .put("created_at", json.time(order.createdAt()))
                .put("processed_at", json.time(order.placedAt()))
                .put("updated_at", json.time(order.updatedAt()))
                .put(
                        "cancelled_at",
                        order.cancelled() ? json.time(order.cancellation().at()) : null)
                .put(
                        "cancel_reason",
                        order.cancelled() ? lower(order.cancellation().reason()) : null)
                .putNull("closed_at")
                .put("financial_status", OrderStatus.financial(order).toLowerCase(Locale.ROOT))
                .put("fulfillment_status", fulfilment(order))
                .put("source_name", order.placed().source())
                .put("confirmed", true)
                .put("test", false)
                .put("tags", "")
                .putNull("note")
                .put("token", "order-" + order.id())
                .put("cart_token", "cart-" + order.id());
        money(node, order);
        if (order.placed().source().equals("pos")) {
            node.put("location_id", order.placed().locationId());
        }
        shop.customers()
                .records()
                .find(order.placed().customerId())
                .ifPresent(customer -> node.set("customer", json.customer(customer)));
        if (!order.placed().address().equals(Address.NONE)) {
            node.set("billing_address", RestJson.address(order.placed().address()));
            node.set("shipping_address", RestJson.address(order.placed().address()));
        }
        parts(node, order);
        return node;
    }

    private static void money(ObjectNode node, Order order) {
        node.put("currency", order.placed().currency())
                .put("presentment_currency", order.placed().currency())
                .put("taxes_included", true)
                .put("subtotal_price", RestJson.money(order.discountedSubtotal()))
                .put("total_line_items_price", RestJson.money(order.subtotal()))
                .put("total_discounts", RestJson.money(order.placed().discount()))
                .put("total_tax", RestJson.money(order.taxIn(order.total())))
                .put("total_price", RestJson.money(order.total()))
                .put("current_total_price", RestJson.money(order.total().subtract(order.refunded())));
    }

    private void parts(ObjectNode node, Order order) {
        ArrayNode lines = node.putArray("line_items");
        order.lines().forEach(line -> lines.add(line(line)));
        ArrayNode fulfilments = node.putArray("fulfillments");
        order.fulfilments().forEach(fulfilment -> fulfilments.add(fulfilment(order, fulfilment)));
        ArrayNode refunds = node.putArray("refunds");
        order.refunds().forEach(refund -> refunds.add(refund(order, refund)));
        for (String empty : new String[] {"shipping_lines", "tax_lines", "discount_codes", "note_attributes"}) {
            node.putArray(empty);
        }
    }

    private static ObjectNode line(OrderLine line) {
        ObjectNode node = RestJson.identified("LineItem", line.id())
                .put("variant_id", line.variant().id())
                .put("product_id", line.variant().productId())
                .put("sku", line.variant().sku())
                .put("title", line.title())
                .put("name", line.title())
                .put("quantity", line.quantity())
                .put("current_quantity", line.current())
                .put("fulfillable_quantity", line.open())
                .put("price", RestJson.money(line.unitPrice()))
                .put("total_discount", "0.00")
                .put("requires_shipping", true)
                .put("taxable", true)
                .put("gift_card", false);
        node.putArray("tax_lines");
        node.putArray("properties");
        return node;
    }

    ObjectNode fulfilment(Order order, Fulfilment fulfilment) {
        ObjectNode node = RestJson.identified("Fulfillment", fulfilment.id())
                .put("order_id", order.id())
                .put("name", OrderTypes.name(order) + ".F" + fulfilment.sequence())
                .put("status", "success")
                .put("location_id", order.placed().locationId())
                .put("created_at", json.time(fulfilment.createdAt()))
                .put("updated_at", json.time(fulfilment.createdAt()))
                .put(
                        "tracking_company",
                        OrderTypes.blankAsNull(fulfilment.tracking().carrier()))
                .put(
                        "tracking_number",
                        OrderTypes.blankAsNull(fulfilment.tracking().number()))
                .put(
                        "tracking_url",
                        OrderTypes.blankAsNull(fulfilment.tracking().url()));
        ArrayNode lines = node.putArray("line_items");
        order.lines().stream()
                .filter(line -> fulfilment.units().containsKey(line.id()))
                .forEach(line ->
                        lines.add(line(line).put("quantity", fulfilment.units().get(line.id()))));
        return node;
    }

    ObjectNode refund(Order order, Refund refund) {
        ObjectNode node = RestJson.identified("Refund", refund.id())
                .put("order_id", order.id())
                .put("note", refund.note())
                .put("created_at", json.time(refund.createdAt()))
                .put("processed_at", json.time(refund.createdAt()))
                .put("restock", refund.lines().stream().anyMatch(Refund.Line::restocked));
        ArrayNode lines = node.putArray("refund_line_items");
        for (Refund.Line line : refund.lines()) {
            OrderNodes.PaidBackLine part = new OrderNodes.PaidBackLine(order, line);
            ObjectNode row = lines.addObject()
                    .put("id", line.id())
                    .put("line_item_id", line.lineId())
                    .put("quantity", line.quantity())
                    .put("restock_type", OrderPartTypes.restockType(part).toLowerCase(Locale.ROOT))
                    .put("location_id", line.restocked() ? order.placed().locationId() : null)
                    .put("subtotal", line.amount());
            row.set("line_item", line(order.line(line.lineId()).orElseThrow()));
        }
        ArrayNode transactions = node.putArray("transactions");
        order.payments().stream()
                .filter(payment -> payment.id() == refund.paymentId())
                .forEach(payment -> transactions.add(transaction(order, payment)));
        return node;
    }

    ObjectNode transaction(Order order, Payment payment) {
        return RestJson.identified("OrderTransaction", payment.id())
                .put("order_id", order.id())
                .put("kind", lower(payment.kind()))
                .put("status", "success")
                .put("gateway", "bogus")
                .put("amount", RestJson.money(payment.amount()))
                .put("currency", order.placed().currency())
                .put("test", false)
                .put("created_at", json.time(payment.at()))
                .put("processed_at", json.time(payment.at()));
    }

    private static String fulfilment(Order order) {
        return switch (OrderStatus.fulfilment(order)) {
            case "FULFILLED" -> "fulfilled";
            case "PARTIALLY_FULFILLED" -> "partial";
            default -> null;
        };
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
