package io.unifiedcommerce.tck.fake.sapcommerce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.shop.Fulfilment;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderLine;
import io.unifiedcommerce.tck.fake.shop.Payment;
import io.unifiedcommerce.tck.fake.shop.Refund;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;

/** Orders, and what hangs on them as items of their own with times of their own: consignments, payments and refunds. */
final class OrderEntities {
    private static final String ORDER =
            "code versionID status(code) creationtime date modifiedtime net totalPrice totalTax"
                    + " subtotal totalDiscounts deliveryCost paymentCost currency(isocode) user(uid) site(uid) deliveryMode(code)"
                    + " deliveryStatus(code) paymentStatus(code) salesApplication(code) deliveryAddress"
                    + CustomerEntities.ADDRESS
                    + " paymentAddress" + CustomerEntities.ADDRESS
                    + " entries*(entryNumber product(code name) quantity basePrice totalPrice)";
    private static final String CONSIGNMENT =
            "code status(code) trackingID carrier shippingDate warehouse(code) order(code)"
                    + " modifiedtime consignmentEntries*(quantity orderEntry(entryNumber product(code)))";
    private static final String PAYMENT = "code type(code) amount currency(isocode) transactionStatus"
            + " transactionStatusDetails time modifiedtime paymentTransaction(code paymentProvider order(code))";
    private static final String REFUND =
            "amount expectedQuantity receivedQuantity status(code) reason(code) refundedDate"
                    + " modifiedtime returnRequest(code currency(isocode) order(code)) orderEntry(entryNumber product(code))";

    private final Shop shop;

    OrderEntities(Shop shop) {
        this.shop = shop;
    }

    void serve(IntegrationApi api) {
        api.with("UcOrder/Orders", EntitySet.readOnly(ORDER, () -> each((order, rows) -> rows.add(order(order)))));
        api.with(
                "UcConsignment/Consignments",
                EntitySet.readOnly(
                        CONSIGNMENT,
                        () -> each((order, rows) -> {
                            order.fulfilments().forEach(sent -> rows.add(consignment(order, sent)));
                            return null;
                        })));
        api.with(
                "UcPayment/PaymentTransactionEntrys",
                EntitySet.readOnly(
                        PAYMENT,
                        () -> each((order, rows) -> {
                            order.payments().forEach(payment -> rows.add(payment(order, payment)));
                            return null;
                        })));
        api.with(
                "UcRefund/RefundEntrys",
                EntitySet.readOnly(
                        REFUND,
                        () -> each((order, rows) -> {
                            order.refunds()
                                    .forEach(refund ->
                                            refund.lines().forEach(line -> rows.add(refund(order, refund, line))));
                            return null;
                        })));
    }

    private Collection<ObjectNode> each(BiFunction<Order, List<ObjectNode>, Object> adding) {
        List<ObjectNode> rows = new ArrayList<>();
        shop.orders().records().byId().values().forEach(order -> adding.apply(order, rows));
        return rows;
    }

    static String code(Order order) {
        return String.format("%08d", order.number());
    }

    private ObjectNode order(Order order) {
        String code = code(order);
        ObjectNode row = ODataJson.row(code)
                .put("code", code)
                .put("creationtime", ODataJson.date(order.createdAt()))
                .put("date", ODataJson.date(order.placedAt()))
                .put("modifiedtime", ODataJson.date(order.updatedAt()))
                .put("net", false)
                .put("totalPrice", ODataJson.amount(order.total()))
                .put("totalTax", ODataJson.amount(order.taxIn(order.total())))
                .put("subtotal", ODataJson.amount(order.subtotal()))
                .put("totalDiscounts", ODataJson.amount(order.placed().discount()))
                .put("deliveryCost", ODataJson.amount(order.placed().shipping()))
                .put("paymentCost", ODataJson.amount(BigDecimal.ZERO));
        row.set("status", ODataJson.coded(status(order)));
        row.set("currency", ODataJson.currency(order.placed().currency()));
        row.set("user", user(order));
        row.set("site", ODataJson.row("electronics").put("uid", "electronics"));
        row.set("deliveryStatus", ODataJson.coded(delivery(order)));
        row.set("paymentStatus", ODataJson.coded(order.payments().isEmpty() ? "NOTPAID" : "PAID"));
        row.set("salesApplication", ODataJson.coded(order.placed().source().equals("pos") ? "POS" : "Web"));
        if (!order.placed().address().line1().isEmpty()) {
            row.set(
                    "deliveryAddress",
                    CustomerEntities.address(order.id(), order.placed().address()));
        }
        ArrayNode entries = ODataJson.list();
        for (int i = 0; i < order.lines().size(); i++) {
            OrderLine line = order.lines().get(i);
            ObjectNode entry = entry(i, line)
                    .put("quantity", String.valueOf(line.quantity()))
                    .put("basePrice", ODataJson.amount(line.unitPrice()))
                    .put("totalPrice", ODataJson.amount(line.total()));
            entries.add(entry);
        }
        row.set("entries", entries);
        return row;
    }

    private static ObjectNode entry(int number, OrderLine line) {
        ObjectNode entry = ODataJson.row(String.valueOf(number)).put("entryNumber", number);
        entry.set("product", ODataJson.coded(line.variant().sku()).put("name", line.title()));
        return entry;
    }

    private ObjectNode entryOf(Order order, long lineId) {
        OrderLine line = order.line(lineId).orElseThrow();
        return entry(order.lines().indexOf(line), line);
    }

    /** A guest gets a user of their own for the one order. */
    private static ObjectNode user(Order order) {
        String email = order.placed().email();
        String uid = order.placed().customerId() == 0 ? "guest-" + order.id() + "|" + email : email;
        return ODataJson.row(uid).put("uid", uid);
    }

    private static String status(Order order) {
        if (order.cancelled()) {
            return "CANCELLED";
        }
        return order.unitsOpen() == 0 ? "COMPLETED" : order.payments().isEmpty() ? "CREATED" : "PAYMENT_CAPTURED";
    }

    private static String delivery(Order order) {
        return order.unitsFulfilled() == 0 ? "NOTSHIPPED" : order.unitsOpen() == 0 ? "SHIPPED" : "PARTSHIPPED";
    }

    private ObjectNode consignment(Order order, Fulfilment sent) {
        String code = (char) ('a' + sent.sequence() - 1) + code(order);
        ObjectNode row = ODataJson.row(code)
                .put("code", code)
                .put("trackingID", sent.tracking().number())
                .put("carrier", sent.tracking().carrier())
                .put("shippingDate", ODataJson.date(sent.createdAt()))
                .put("modifiedtime", ODataJson.date(sent.createdAt()));
        row.set("status", ODataJson.coded("SHIPPED"));
        row.set("warehouse", warehouse(order));
        row.set("order", ODataJson.coded(code(order)));
        ArrayNode entries = ODataJson.list();
        sent.units().forEach((lineId, units) -> {
            ObjectNode entry = ODataJson.row(code + "|" + lineId).put("quantity", String.valueOf(units));
            entry.set("orderEntry", entryOf(order, lineId));
            entries.add(entry);
        });
        row.set("consignmentEntries", entries);
        return row;
    }

    private ObjectNode warehouse(Order order) {
        return ODataJson.coded(shop.locations()
                .records()
                .find(order.placed().locationId())
                .orElseThrow()
                .code());
    }

    private static ObjectNode payment(Order order, Payment payment) {
        String code = code(order) + "-PT-" + payment.id();
        ObjectNode row = ODataJson.row(code)
                .put("code", code)
                .put("amount", payment.amount().toPlainString())
                .put("transactionStatus", "ACCEPTED")
                .put("transactionStatusDetails", "SUCCESFULL")
                .put("time", ODataJson.date(payment.at()))
                .put("modifiedtime", ODataJson.date(payment.at()));
        row.set("type", ODataJson.coded(payment.kind() == Payment.Kind.SALE ? "CAPTURE" : "REFUND_FOLLOW_ON"));
        row.set("currency", ODataJson.currency(order.placed().currency()));
        ObjectNode transaction = ODataJson.coded("PT-" + code(order)).put("paymentProvider", "Mockup");
        transaction.set("order", ODataJson.coded(code(order)));
        row.set("paymentTransaction", transaction);
        return row;
    }

    private ObjectNode refund(Order order, Refund refund, Refund.Line line) {
        String request = "R" + refund.id();
        ObjectNode row = ODataJson.row(line.id() + "|" + request)
                .put("amount", line.amount().toPlainString())
                .put("expectedQuantity", String.valueOf(line.quantity()))
                .put("receivedQuantity", String.valueOf(line.quantity()))
                .put("refundedDate", ODataJson.date(refund.createdAt()))
                .put("modifiedtime", ODataJson.date(refund.createdAt()));
        row.set("status", ODataJson.coded("COMPLETED"));
        row.set("reason", ODataJson.coded("Other"));
        ObjectNode returned = ODataJson.coded(request);
        returned.set("currency", ODataJson.currency(order.placed().currency()));
        returned.set("order", ODataJson.coded(code(order)));
        row.set("returnRequest", returned);
        row.set("orderEntry", entryOf(order, line.lineId()));
        return row;
    }
}
