package io.unifiedcommerce.tck.fake.adobecommerce;

import static io.unifiedcommerce.tck.fake.adobecommerce.Amounts.money;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.shop.Address;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** An order as GET /V1/orders shows it. Each variant is the choice of a configurable product, so a line has two rows. */
final class OrderJson {
    /** Rows of choices are numbered apart from those of lines. */
    private static final long CHOICES = 1_000_000_000L;

    private final OrderTimes times;

    OrderJson(OrderTimes times) {
        this.times = times;
    }

    ObjectNode order(Order order) {
        Amounts amounts = new Amounts(order);
        boolean web = order.placed().source().equals("web");
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("entity_id", order.id())
                .put("increment_id", number(order.number()))
                .put("state", state(order))
                .put("status", state(order).equals("new") ? "pending" : state(order))
                .put("store_id", 1)
                .put("created_at", Times.write(order.placedAt()))
                .put("updated_at", Times.write(times.of(order)))
                .put("customer_email", email(order))
                .put("customer_is_guest", order.placed().customerId() == 0 ? 1 : 0)
                .put("order_currency_code", order.placed().currency())
                .put("base_currency_code", order.placed().currency())
                .put("subtotal", money(amounts.subtotal()))
                .put("subtotal_incl_tax", money(order.subtotal()))
                .put("discount_amount", money(order.placed().discount().negate()))
                .put("discount_tax_compensation_amount", money(amounts.compensation()))
                .put("shipping_amount", money(amounts.net(order.placed().shipping())))
                .put("shipping_incl_tax", money(order.placed().shipping()))
                .put("shipping_tax_amount", money(order.taxIn(order.placed().shipping())))
                .put("shipping_discount_amount", 0)
                .put("shipping_discount_tax_compensation_amount", 0)
                .put("shipping_description", "Flat Rate - Fixed")
                .put("tax_amount", money(amounts.tax()))
                .put("grand_total", money(order.total()))
                .put("base_grand_total", money(order.total()));
        if (order.placed().customerId() != 0) {
            json.put("customer_id", order.placed().customerId());
        }
        if (web) {
            json.put("remote_ip", "203.0.113.1");
        }
        // What did not happen yet is left out.
        if (!order.payments().isEmpty()) {
            json.put("total_paid", money(order.total()));
        }
        if (order.refunded().signum() > 0 && !order.cancelled()) {
            json.put("total_refunded", money(Documents.refunded(order)));
        }
        if (order.cancelled()) {
            json.put("total_canceled", money(order.total()));
        }
        json.set("billing_address", address(order, "billing"));
        json.set("items", items(order, amounts));
        json.set("payment", payment(order));
        json.putArray("status_histories");
        json.set("extension_attributes", extension(order, amounts));
        return json;
    }

    static String number(long number) {
        return String.format("%09d", number);
    }

    private static String email(Order order) {
        return order.placed().email().isEmpty()
                ? "guest" + order.id() + "@example.com"
                : order.placed().email();
    }

    static String state(Order order) {
        if (order.cancelled()) {
            return "canceled";
        }
        if (order.payments().isEmpty()) {
            return "new";
        }
        if (order.lines().stream().allMatch(line -> line.current() == 0)) {
            return "closed";
        }
        return order.unitsOpen() == 0 ? "complete" : "processing";
    }

    private static ArrayNode items(Order order, Amounts amounts) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (OrderLine line : order.lines()) {
            ObjectNode parent = row(order, line)
                    .put("item_id", line.id())
                    .put("product_type", "configurable")
                    .put("product_id", line.variant().productId())
                    .put(
                            "price",
                            money(amounts.rowTotal(line)
                                    .divide(BigDecimal.valueOf(line.quantity()), 4, RoundingMode.HALF_UP)))
                    .put("row_total", money(amounts.rowTotal(line)))
                    .put("row_total_incl_tax", money(line.total()))
                    .put("tax_amount", money(amounts.tax(line)))
                    .put("tax_percent", money(order.placed().taxRate().movePointRight(2)))
                    .put("discount_amount", money(amounts.discount(line)))
                    .put("discount_tax_compensation_amount", money(amounts.compensation(line)));
            ObjectNode choice = row(order, line)
                    .put("item_id", line.id() + CHOICES)
                    .put("parent_item_id", line.id())
                    .put("product_type", "simple")
                    .put("product_id", line.variant().id())
                    .put("price", 0)
                    .put("row_total", 0);
            rows.add(parent).add(choice);
        }
        return rows;
    }

    private static ObjectNode row(Order order, OrderLine line) {
        int cancelled = order.cancelled() ? line.removed() : 0;
        int refunded = order.cancelled() ? 0 : line.refunded();
        return JsonNodeFactory.instance
                .objectNode()
                .put("order_id", order.id())
                .put("sku", line.variant().sku())
                .put("name", line.title())
                .put("qty_ordered", line.quantity())
                .put("qty_invoiced", order.payments().isEmpty() || order.cancelled() ? 0 : line.quantity())
                .put("qty_shipped", line.fulfilled())
                .put("qty_refunded", refunded)
                .put("qty_canceled", cancelled)
                .put("is_virtual", 0);
    }

    private static ObjectNode payment(Order order) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .putNull("account_status")
                .put("method", "stripe_payments")
                .put("cc_last4", "4242")
                .put("cc_type", "VI")
                .put("amount_ordered", money(order.total()));
        json.putArray("additional_information").add("Card");
        return json;
    }

    private static ObjectNode extension(Order order, Amounts amounts) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode assignment = json.putArray("shipping_assignments").addObject();
        ObjectNode shipping = assignment.putObject("shipping");
        shipping.set("address", address(order, "shipping"));
        shipping.put("method", "flatrate_flatrate")
                .putObject("total")
                .put("shipping_amount", money(amounts.net(order.placed().shipping())));
        assignment.putArray("items");
        json.putArray("applied_taxes")
                .addObject()
                .put("code", "VAT")
                .put("title", "VAT")
                .put("percent", money(order.placed().taxRate().movePointRight(2)))
                .put("amount", money(amounts.tax()))
                .put("base_amount", money(amounts.tax()));
        return json;
    }

    private static ObjectNode address(Order order, String type) {
        Address address = order.placed().address();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("address_type", type)
                .put("firstname", address.firstName())
                .put("lastname", address.lastName())
                .put("city", address.city())
                .put("postcode", address.postalCode())
                .put("country_id", address.countryCode())
                .put("telephone", address.phone())
                .put("email", email(order));
        json.putArray("street").add(address.line1());
        return address.provinceCode().isEmpty() ? json : json.put("region_code", address.provinceCode());
    }
}
