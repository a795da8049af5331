package io.unifiedcommerce.tck.fake.lightspeed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderLine;
import io.unifiedcommerce.tck.fake.shop.Payment;
import io.unifiedcommerce.tck.fake.shop.Refund;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** An order of the shop as a sale of 2026-07, and a refund as the sale that takes goods back. Prices are without tax. */
final class SaleJson {
    private static final String TAX = "2f000000-0000-4000-8000-000000000020";
    private static final int DIGITS = 4;

    private final Feed feed;

    SaleJson(Feed feed) {
        this.feed = feed;
    }

    ObjectNode sale(Order order) {
        ObjectNode json = head(order, Ids.SALE.of(order.id()), feed.version(Ids.SALE, order.id()), order.placedAt());
        boolean open = order.unitsOpen() > 0;
        json.put("state", order.cancelled() ? "voided" : open ? "pending" : "closed");
        json.putArray("attributes").add(order.placed().source().equals("pos") ? "pickup" : "delivery");
        json.put("invoice_number", "LYN-" + order.number());
        Sum sum = new Sum();
        ArrayNode lines = json.putArray("line_items");
        for (OrderLine line : order.lines()) {
            lines.add(line(order, line, line.id(), line.quantity(), line.total(), sum));
        }
        charges(json, order, sum);
        ArrayNode payments = json.putArray("payments");
        order.payments().stream()
                .filter(payment -> payment.kind() == Payment.Kind.SALE)
                .forEach(payment -> payments.add(payment(order, payment, payment.amount())));
        ObjectNode returns = json.putObject("return");
        returns.put("is_return", false).putNull("original_sale_id");
        ArrayNode ids = returns.putArray("return_sale_ids");
        order.refunds().forEach(refund -> ids.add(Ids.RETURN.of(refund.id())));
        sum.into(json);
        return json;
    }

    ObjectNode returned(Order order, Refund refund) {
        ObjectNode json =
                head(order, Ids.RETURN.of(refund.id()), feed.version(Ids.RETURN, refund.id()), refund.createdAt());
        json.put("state", "closed").put("invoice_number", "LYN-R" + refund.id());
        json.putArray("attributes");
        json.putArray("ecom_custom_charges");
        json.putArray("adjustments");
        Sum sum = new Sum();
        ArrayNode lines = json.putArray("line_items");
        for (Refund.Line part : refund.lines()) {
            OrderLine line = order.line(part.lineId()).orElseThrow();
            lines.add(
                    line(order, line, part.id(), -part.quantity(), part.amount().negate(), sum));
        }
        ArrayNode payments = json.putArray("payments");
        order.payments().stream()
                .filter(payment -> payment.id() == refund.paymentId())
                .forEach(payment ->
                        payments.add(payment(order, payment, payment.amount().negate())));
        json.putObject("return")
                .put("is_return", true)
                .put("original_sale_id", Ids.SALE.of(order.id()))
                .putArray("return_sale_ids");
        sum.into(json);
        return json;
    }

    private static ObjectNode head(Order order, String id, long version, Instant date) {
        long customer = order.placed().customerId();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("date", date.toString())
                .put("created_at", order.createdAt().toString())
                .put("updated_at", order.updatedAt().toString())
                .putNull("deleted_at")
                .put("receipt_number", String.valueOf(order.number()))
                .put("note", "")
                .put("customer_id", customer == 0 ? null : Ids.CUSTOMER.of(customer));
        json.putObject("source")
                .putNull("id")
                .putNull("type")
                .put("outlet_id", Ids.OUTLET.of(order.placed().locationId()))
                .put("register_id", order.placed().source().equals("pos") ? Ids.REGISTER.of(1) : null)
                .putObject("author")
                .put("id", Ids.USER.of(1));
        json.putObject("_metadata").put("version", version);
        return json;
    }

    private ObjectNode line(Order order, OrderLine line, long id, int quantity, BigDecimal gross, Sum sum) {
        BigDecimal net = net(order, gross);
        BigDecimal tax = gross.subtract(net);
        sum.add(net, tax);
        BigDecimal units = BigDecimal.valueOf(quantity);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", Ids.LINE.of(id))
                .put("quantity", quantity)
                .put("status", "CONFIRMED");
        json.putObject("product").put("id", Ids.PRODUCT.of(line.variant().id()));
        json.putObject("pricing")
                .put("price", net.divide(units, DIGITS, RoundingMode.HALF_UP))
                .put("discount", 0)
                .put("discount_total", 0)
                .put("total", net);
        json.putObject("tax")
                .put("id", TAX)
                .put("amount", tax.divide(units, DIGITS, RoundingMode.HALF_UP))
                .put("total", tax);
        json.putObject("return").put("is_return", quantity < 0).putNull("reason");
        json.putArray("promotions");
        return json;
    }

    private static void charges(ObjectNode json, Order order, Sum sum) {
        ArrayNode charges = json.putArray("ecom_custom_charges");
        BigDecimal shipping = order.placed().shipping();
        if (shipping.signum() > 0) {
            BigDecimal net = net(order, shipping);
            sum.add(net, shipping.subtract(net));
            charges.addObject()
                    .put("name", "Shipping")
                    .put("source_id", "shipping")
                    .put("total", net)
                    .put("total_incl", shipping)
                    .putArray("tax_components")
                    .addObject()
                    .put("rate_id", TAX)
                    .put("total_tax", shipping.subtract(net));
        }
        ArrayNode adjustments = json.putArray("adjustments");
        BigDecimal discount = order.placed().discount();
        if (discount.signum() > 0) {
            BigDecimal net = net(order, discount).negate();
            sum.add(net, discount.negate().subtract(net));
            adjustments
                    .addObject()
                    .put("adjustment_type", "DISCOUNT")
                    .put("name", "Discount")
                    .put("total", net);
        }
    }

    private static ObjectNode payment(Order order, Payment payment, BigDecimal amount) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", Ids.PAYMENT.of(payment.id()))
                .put("amount", amount)
                .put("date", payment.at().toString())
                .putNull("deleted_at");
        json.putObject("type")
                .put("config_id", "9c000000-0000-4000-8000-0000000000aa")
                .put("id", "3")
                .put("name", "Card");
        json.putObject("source").put("outlet_id", Ids.OUTLET.of(order.placed().locationId()));
        return json;
    }

    private static BigDecimal net(Order order, BigDecimal gross) {
        return gross.divide(BigDecimal.ONE.add(order.placed().taxRate()), DIGITS, RoundingMode.HALF_UP);
    }

    /** What a sale's parts come to. */
    private static final class Sum {
        private BigDecimal net = BigDecimal.ZERO;
        private BigDecimal tax = BigDecimal.ZERO;

        void add(BigDecimal moreNet, BigDecimal moreTax) {
            net = net.add(moreNet);
            tax = tax.add(moreTax);
        }

        void into(ObjectNode json) {
            json.putObject("totals")
                    .put("price", net)
                    .put("price_incl_tax", net.add(tax))
                    .put("tax", tax)
                    .put("loyalty", 0)
                    .put("surcharge", 0);
            json.putArray("taxes").addObject().put("id", TAX).put("tax", tax);
        }
    }
}
