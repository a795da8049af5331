package io.unifiedcommerce.tck.fake.adobecommerce;

import static io.unifiedcommerce.tck.fake.adobecommerce.Amounts.money;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.shop.Fulfilment;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderLine;
import io.unifiedcommerce.tck.fake.shop.Payment;
import io.unifiedcommerce.tck.fake.shop.Refund;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shipments, invoices and credit memos: what happens to an order stands in documents of its own. */
final class Documents {
    private static final int PAID = 2;
    private static final int REFUNDED = 2;

    private final Sources sources;

    Documents(Sources sources) {
        this.sources = sources;
    }

    ObjectNode shipment(Order order, Fulfilment fulfilment) {
        ObjectNode json = head(order, fulfilment.id(), fulfilment.createdAt());
        ArrayNode items = json.putArray("items");
        fulfilment.units().forEach((lineId, units) -> {
            OrderLine line = order.line(lineId).orElseThrow();
            items.addObject()
                    .put("order_item_id", lineId)
                    .put("sku", line.variant().sku())
                    .put("name", line.title())
                    .put("qty", units);
        });
        ArrayNode tracks = json.putArray("tracks");
        if (!fulfilment.tracking().number().isEmpty()) {
            tracks.addObject()
                    .put("order_id", order.id())
                    .put("parent_id", fulfilment.id())
                    .put("weight", 0)
                    .put("qty", 1)
                    .put("description", "")
                    .put("track_number", fulfilment.tracking().number())
                    .put("title", fulfilment.tracking().carrier())
                    .put("carrier_code", "custom");
        }
        json.putArray("comments");
        json.putObject("extension_attributes")
                .put("source_code", sources.code(order.placed().locationId()));
        return json.put(
                "total_qty",
                fulfilment.units().values().stream().mapToInt(Integer::intValue).sum());
    }

    /** The invoice of an order that was paid. */
    ObjectNode invoice(Order order, Payment sale) {
        ObjectNode json = head(order, sale.id(), sale.at())
                .put("state", PAID)
                .put("grand_total", money(order.total()))
                .put("order_currency_code", order.placed().currency())
                .put("total_qty", order.units())
                .put("transaction_id", "pi_" + sale.id());
        ArrayNode items = json.putArray("items");
        order.lines()
                .forEach(line -> items.addObject()
                        .put("order_item_id", line.id())
                        .put("sku", line.variant().sku())
                        .put("qty", line.quantity()));
        json.putArray("comments");
        return json;
    }

    ObjectNode creditMemo(Order order, Refund refund) {
        Amounts amounts = new Amounts(order);
        ObjectNode json = head(order, refund.id(), refund.createdAt())
                .put("state", REFUNDED)
                .put("grand_total", money(amounts.due(units(refund))))
                .put("order_currency_code", order.placed().currency())
                .put("adjustment_positive", 0)
                .put("adjustment_negative", 0);
        ArrayNode items = json.putArray("items");
        for (Refund.Line part : refund.lines()) {
            OrderLine line = order.line(part.lineId()).orElseThrow();
            BigDecimal share = BigDecimal.valueOf(part.quantity())
                    .divide(BigDecimal.valueOf(line.quantity()), 10, RoundingMode.HALF_UP);
            items.addObject()
                    .put("entity_id", part.id())
                    .put("order_item_id", part.lineId())
                    .put("sku", line.variant().sku())
                    .put("qty", part.quantity())
                    .putNull("base_cost")
                    .put("base_price", money(amounts.net(line.unitPrice())))
                    .put("price", money(amounts.net(line.unitPrice())))
                    .put("row_total", money(amounts.rowTotal(line).multiply(share)))
                    .put("tax_amount", money(amounts.tax(line).multiply(share)))
                    .put("discount_amount", money(amounts.discount(line).multiply(share)))
                    .put(
                            "discount_tax_compensation_amount",
                            money(amounts.compensation(line).multiply(share)));
        }
        ArrayNode comments = json.putArray("comments");
        if (!refund.note().isEmpty()) {
            comments.addObject()
                    .put("comment", refund.note())
                    .put("is_customer_notified", 0)
                    .put("is_visible_on_front", 0)
                    .put("parent_id", refund.id());
        }
        return json;
    }

    /** What the credit memos of an order paid back. */
    static BigDecimal refunded(Order order) {
        Amounts amounts = new Amounts(order);
        return order.refunds().stream()
                .map(refund -> amounts.due(units(refund)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<Long, Integer> units(Refund refund) {
        Map<Long, Integer> units = new LinkedHashMap<>();
        refund.lines().forEach(line -> units.merge(line.lineId(), line.quantity(), Integer::sum));
        return units;
    }

    private static ObjectNode head(Order order, long id, Instant at) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("entity_id", id)
                .put("increment_id", OrderJson.number(id))
                .put("order_id", order.id())
                .put("store_id", 1)
                .put("created_at", Times.write(at))
                .put("updated_at", Times.write(at));
    }
}
