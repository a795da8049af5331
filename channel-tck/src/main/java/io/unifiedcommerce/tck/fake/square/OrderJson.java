package io.unifiedcommerce.tck.fake.square;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.shop.Fulfilment;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderLine;
import io.unifiedcommerce.tck.fake.shop.Payment;
import io.unifiedcommerce.tck.fake.shop.Refund;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/** Orders, and the orders that record what came back of them. Prices contain the tax; a discount is spread over the lines. */
final class OrderJson {
    private static final String TAX = "tax";

    private final Versions versions;

    OrderJson(Versions versions) {
        this.versions = versions;
    }

    ObjectNode order(Order order) {
        String currency = order.placed().currency();
        ObjectNode json = head(Long.toString(order.id()), order)
                .put("state", state(order))
                .put("version", versions.of(order.id()))
                .put("created_at", Json.time(order.createdAt()))
                .put("updated_at", Json.time(order.updatedAt()));
        if (!state(order).equals("OPEN")) {
            json.put("closed_at", Json.time(order.updatedAt()));
        }
        if (order.placed().customerId() != 0) {
            json.put("customer_id", Long.toString(order.placed().customerId()));
        }
        json.putObject("source").put("name", order.placed().source().equals("pos") ? "Point of Sale" : "Square Online");
        BigDecimal tax = lines(json.putArray("line_items"), order);
        ObjectNode levied = json.putArray("taxes").addObject().put("uid", TAX).put("name", "VAT");
        levied.put("percentage", percentage(order)).put("type", "INCLUSIVE").put("scope", "ORDER");
        levied.set("applied_money", Json.money(tax, currency));
        charges(json, order);
        fulfilments(json, order);
        tenders(json, order);
        json.set("total_money", Json.money(order.total(), currency));
        json.set("total_tax_money", Json.money(tax, currency));
        json.set("total_discount_money", Json.money(order.placed().discount(), currency));
        json.set("total_tip_money", Json.money(BigDecimal.ZERO, currency));
        json.set("total_service_charge_money", Json.money(order.placed().shipping(), currency));
        BigDecimal due = order.placed().paid() ? BigDecimal.ZERO : order.total();
        json.set("net_amount_due_money", Json.money(due, currency));
        return json;
    }

    /** The order that Square makes for a refund of items. */
    ObjectNode returned(Order order, Refund refund) {
        String currency = order.placed().currency();
        ObjectNode json = head(Long.toString(refund.id()), order)
                .put("state", "COMPLETED")
                .put("version", 1)
                .put("created_at", Json.time(refund.createdAt()))
                .put("updated_at", Json.time(refund.createdAt()));
        ObjectNode part = json.putArray("returns").addObject().put("uid", "return-" + refund.id());
        part.put("source_order_id", Long.toString(order.id()));
        ArrayNode lines = part.putArray("return_line_items");
        for (Refund.Line line : refund.lines()) {
            OrderLine sold = order.line(line.lineId()).orElseThrow();
            ObjectNode row = lines.addObject()
                    .put("uid", Long.toString(line.id()))
                    .put("source_line_item_uid", Long.toString(line.lineId()))
                    .put("catalog_object_id", Long.toString(sold.variant().id()))
                    .put("name", sold.title())
                    .put("quantity", Integer.toString(line.quantity()))
                    .put("item_type", "ITEM");
            row.set("total_money", Json.money(line.amount(), currency));
        }
        if (refund.paymentId() != 0) {
            ObjectNode paid = json.putArray("refunds").addObject().put("id", Long.toString(refund.paymentId()));
            paid.put("location_id", Long.toString(order.placed().locationId()))
                    .put("reason", refund.note())
                    .put("status", "APPROVED");
            paid.set("amount_money", Json.money(refund.amount(), currency));
        }
        json.set("total_money", Json.money(BigDecimal.ZERO, currency));
        return json;
    }

    static String state(Order order) {
        return order.cancelled() ? "CANCELED" : order.unitsOpen() == 0 ? "COMPLETED" : "OPEN";
    }

    private static ObjectNode head(String id, Order order) {
        return Json.object()
                .put("id", id)
                .put("location_id", Long.toString(order.placed().locationId()));
    }

    private static BigDecimal lines(ArrayNode rows, Order order) {
        String currency = order.placed().currency();
        BigDecimal discountLeft = order.placed().discount();
        BigDecimal taxes = BigDecimal.ZERO;
        for (OrderLine line : order.lines()) {
            BigDecimal discount = discountLeft.min(line.total());
            discountLeft = discountLeft.subtract(discount);
            BigDecimal total = line.total().subtract(discount);
            BigDecimal tax = order.taxIn(total);
            taxes = taxes.add(tax);
            ObjectNode row = rows.addObject()
                    .put("uid", Long.toString(line.id()))
                    .put("catalog_object_id", Long.toString(line.variant().id()))
                    .put("name", line.title())
                    .put("variation_name", "Regular")
                    .put("quantity", Integer.toString(line.quantity()))
                    .put("item_type", "ITEM");
            row.set("base_price_money", Json.money(line.unitPrice(), currency));
            row.set("variation_total_price_money", Json.money(line.total(), currency));
            row.set("gross_sales_money", Json.money(line.total(), currency));
            row.set("total_discount_money", Json.money(discount, currency));
            row.set("total_tax_money", Json.money(tax, currency));
            row.set("total_service_charge_money", Json.money(BigDecimal.ZERO, currency));
            row.set("total_money", Json.money(total, currency));
            ObjectNode applied = row.putArray("applied_taxes")
                    .addObject()
                    .put("uid", "applied")
                    .put("tax_uid", TAX);
            applied.set("applied_money", Json.money(tax, currency));
        }
        return taxes;
    }

    private static String percentage(Order order) {
        return order.placed()
                .taxRate()
                .movePointRight(2)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static void charges(ObjectNode json, Order order) {
        if (order.placed().shipping().signum() > 0) {
            String currency = order.placed().currency();
            ObjectNode charge = json.putArray("service_charges").addObject();
            charge.put("uid", "shipping").put("name", "Shipping").put("calculation_phase", "TOTAL_PHASE");
            charge.set("amount_money", Json.money(order.placed().shipping(), currency));
            charge.set("total_money", Json.money(order.placed().shipping(), currency));
        }
    }

    private static void fulfilments(ObjectNode json, Order order) {
        ArrayNode rows = json.putArray("fulfillments");
        for (Fulfilment fulfilment : order.fulfilments()) {
            ObjectNode row = rows.addObject()
                    .put("uid", Long.toString(fulfilment.id()))
                    .put("type", "SHIPMENT")
                    .put("state", "COMPLETED")
                    .put("line_item_application", "ENTRY_LIST");
            ArrayNode entries = row.putArray("entries");
            Map<Long, Integer> units = new HashMap<>(fulfilment.units());
            units.forEach((line, quantity) -> entries.addObject()
                    .put("uid", fulfilment.id() + "-" + line)
                    .put("line_item_uid", Long.toString(line))
                    .put("quantity", Integer.toString(quantity)));
            ObjectNode details = row.putObject("shipment_details").put("shipped_at", Json.time(fulfilment.createdAt()));
            if (!fulfilment.tracking().number().isEmpty()) {
                details.put("carrier", fulfilment.tracking().carrier())
                        .put("tracking_number", fulfilment.tracking().number());
            }
        }
        if (rows.isEmpty()) {
            json.remove("fulfillments");
        }
    }

    private static void tenders(ObjectNode json, Order order) {
        ArrayNode rows = json.putArray("tenders");
        order.payments().stream()
                .filter(payment -> payment.kind() == Payment.Kind.SALE)
                .forEach(payment -> rows.addObject()
                        .put("id", Long.toString(payment.id()))
                        .put("payment_id", Long.toString(payment.id()))
                        .put("type", "CARD")
                        .set(
                                "amount_money",
                                Json.money(payment.amount(), order.placed().currency())));
        if (rows.isEmpty()) {
            json.remove("tenders");
        }
    }
}
