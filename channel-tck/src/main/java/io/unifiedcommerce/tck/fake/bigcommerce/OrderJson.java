package io.unifiedcommerce.tck.fake.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Orders and their lines in V2 form. */
final class OrderJson {
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    private final OrderStates states;
    private final String storeHash;

    OrderJson(OrderStates states, String storeHash) {
        this.states = states;
        this.storeHash = storeHash;
    }

    ObjectNode order(Order order, Inclusion include) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        OrderStates.Amendment amendment = states.amendment(order.id());
        int status = states.statusId(order);
        json.put("id", order.id())
                .put("customer_id", order.placed().customerId())
                .put("date_created", Dates.v2(order.placedAt()))
                .put("date_modified", Dates.v2(order.updatedAt()))
                .put("date_shipped", shipped(order))
                .put("status_id", status)
                .put("status", OrderStates.NAMES.get(status))
                .put("custom_status", OrderStates.NAMES.get(status))
                .put("payment_status", states.paymentStatus(order))
                .put("payment_method", "Credit Card")
                .put("payment_provider_id", "");
        money(json, order);
        json.put("items_total", order.units())
                .put("items_shipped", order.unitsFulfilled())
                .put("currency_id", 1)
                .put("currency_code", order.placed().currency())
                .put("currency_exchange_rate", "1.0000000000")
                .put("default_currency_id", 1)
                .put("default_currency_code", order.placed().currency())
                .put("store_default_currency_code", order.placed().currency())
                .put("channel_id", 1)
                .put("order_source", order.placed().source().equals("web") ? "www" : "external")
                .put(
                        "external_source",
                        order.placed().source().equals("web")
                                ? ""
                                : order.placed().source())
                .put("external_order_id", amendment.externalOrderId())
                .put("staff_notes", amendment.staffNotes())
                .put("customer_message", "")
                .put("customer_locale", "en")
                .put("cart_id", "cart-" + order.id())
                .put("ip_address", "")
                .put("geoip_country_iso2", order.placed().address().countryCode())
                .put("is_deleted", false)
                .put("is_tax_inclusive_pricing", true);
        ObjectNode billing = Addresses.v2(order);
        billing.putArray("form_fields");
        json.set("billing_address", billing);
        json.set("products", link(order, "products"));
        json.set("shipping_addresses", link(order, "shippingaddresses"));
        json.set("coupons", link(order, "coupons"));
        json.set("consignments", include.consignments() ? consignments(order, include) : link(order, "consignments"));
        return json;
    }

    ArrayNode lines(Order order, List<OrderLine> lines) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        lines.forEach(line -> rows.add(line(order, line)));
        return rows;
    }

    /** Shipments and lines of one order share one delivery address, numbered after the order. */
    static long addressId(Order order) {
        return order.id() + 1_000_000;
    }

    static String money(BigDecimal amount) {
        return amount.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    private static void money(ObjectNode json, Order order) {
        BigDecimal shipping = order.placed().shipping();
        amounts(json, "subtotal", order, order.subtotal());
        amounts(json, "shipping_cost", order, shipping);
        amounts(json, "handling_cost", order, ZERO);
        amounts(json, "wrapping_cost", order, ZERO);
        json.put("base_shipping_cost", money(shipping))
                .put("base_handling_cost", money(ZERO))
                .put("discount_amount", money(order.placed().discount()))
                .put("coupon_discount", money(ZERO))
                .put("store_credit_amount", money(ZERO))
                .put("gift_certificate_amount", money(ZERO))
                .put("total_tax", money(order.taxIn(order.total())))
                .put("total_ex_tax", money(order.total().subtract(order.taxIn(order.total()))))
                .put("total_inc_tax", money(order.total()))
                // Always 0 on the real platform too: refunds have an endpoint of their own.
                .put("refunded_amount", money(ZERO));
    }

    private static void amounts(ObjectNode json, String name, Order order, BigDecimal amount) {
        BigDecimal tax = order.taxIn(amount);
        json.put(name + "_ex_tax", money(amount.subtract(tax)))
                .put(name + "_inc_tax", money(amount))
                .put(name + "_tax", money(tax));
    }

    private static String shipped(Order order) {
        return order.fulfilments().isEmpty()
                ? ""
                : Dates.v2(
                        order.fulfilments().get(order.fulfilments().size() - 1).createdAt());
    }

    private ObjectNode link(Order order, String part) {
        String resource = "/orders/" + order.id() + "/" + part;
        return JsonNodeFactory.instance
                .objectNode()
                .put("url", "https://api.bigcommerce.com/stores/" + storeHash + "/v2" + resource)
                .put("resource", resource);
    }

    private JsonNode consignments(Order order, Inclusion include) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode pickups = json.putArray("pickups");
        ArrayNode shipping = json.putArray("shipping");
        json.putArray("downloads");
        json.putObject("email").putArray("gift_certificates");
        boolean pickup = order.placed().source().equals("pickup");
        ObjectNode consignment = pickup ? pickups.addObject() : shipping.addObject();
        consignment.put("id", addressId(order));
        if (pickup) {
            consignment.put("pickup_method_id", 1).put("pickup_method_display_name", "Pick up");
            consignment.putObject("location").put("id", order.placed().locationId());
        } else {
            consignment.setAll(Addresses.v2(order));
            consignment.put("items_total", order.units()).put("items_shipped", order.unitsFulfilled());
        }
        ArrayNode lines = consignment.putArray("line_items");
        if (include.lines()) {
            lines.addAll(lines(order, order.lines()));
        } else {
            order.lines().forEach(line -> lines.add(link(order, "products/" + line.id())));
        }
        // Without consignment_structure=object the answer has another structure, which the platform does not support.
        return include.asObject() ? json : JsonNodeFactory.instance.arrayNode().add(consignment);
    }

    private static ObjectNode line(Order order, OrderLine line) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        BigDecimal tax = order.taxIn(line.unitPrice());
        json.put("id", line.id())
                .put("order_id", order.id())
                .put("product_id", line.variant().productId())
                .put("variant_id", line.variant().id())
                .put("order_address_id", addressId(order))
                .put("name", line.title())
                .put("sku", line.variant().sku())
                .put("upc", line.variant().barcode())
                .put("type", "physical")
                .put("quantity", line.quantity())
                .put("quantity_shipped", line.fulfilled())
                .put("quantity_refunded", line.refunded())
                .put("is_refunded", line.refunded() == line.quantity())
                .put("refund_amount", money(line.unitPrice().multiply(BigDecimal.valueOf(line.refunded()))))
                .put("base_price", money(line.unitPrice()))
                .put("price_ex_tax", money(line.unitPrice().subtract(tax)))
                .put("price_inc_tax", money(line.unitPrice()))
                .put("price_tax", money(tax))
                .put("base_total", money(line.total()))
                .put("total_ex_tax", money(line.total().subtract(order.taxIn(line.total()))))
                .put("total_inc_tax", money(line.total()))
                .put("total_tax", money(order.taxIn(line.total())))
                .put("discounted_total_inc_tax", money(line.total()))
                .put("return_id", 0);
        json.putNull("parent_order_product_id");
        json.putArray("applied_discounts");
        json.putArray("product_options");
        return json;
    }
}
