package io.unifiedcommerce.tck.fake.cegid;

import io.unifiedcommerce.tck.fake.shop.Fulfilment;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderLine;
import io.unifiedcommerce.tck.fake.shop.Payment;
import io.unifiedcommerce.tck.fake.shop.Refund;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the shop's orders are as documents of Y2: the sale itself, deliveries, and returns as notices. */
final class Documents {
    private final CegidSettings settings;

    Documents(CegidSettings settings) {
        this.settings = settings;
    }

    List<Document> of(Order order) {
        List<Document> all = new ArrayList<>();
        all.add(sale(order));
        if (!isReceipt(order)) {
            order.fulfilments().forEach(fulfilment -> all.add(delivery(order, fulfilment)));
        }
        order.refunds().forEach(refund -> all.add(notice(order, refund)));
        return all;
    }

    /** Sold at a till: the goods are handed over with the receipt. */
    private static boolean isReceipt(Order order) {
        return order.placed().source().equals("pos");
    }

    private Document sale(Order order) {
        boolean till = isReceipt(order);
        String type = till ? "Receipt" : "CustomerOrder";
        List<Object> lines = new ArrayList<>();
        int rank = 1;
        for (OrderLine line : order.lines()) {
            lines.add(line(rank++, order, line, line.quantity(), line.unitPrice()));
        }
        Map<String, Object> omni = new LinkedHashMap<>();
        if (!till) {
            omni.put("DeliveryType", "ShipByCentral");
            omni.put("PaymentStatus", order.payments().isEmpty() ? "Pending" : "Totally");
            omni.put(
                    "ShippingStatus",
                    order.unitsFulfilled() == 0 ? "Pending" : order.unitsOpen() == 0 ? "Totally" : "Partially");
        }
        String status =
                order.cancelled() ? "Canceled" : till ? "None" : order.unitsOpen() == 0 ? "Delivered" : "InProgress";
        BigDecimal shipping = order.placed().shipping();
        List<?> taxes = shipping.signum() == 0 ? List.of() : List.of(shippingTax(order, shipping));
        List<?> payments = order.payments().stream()
                .filter(payment -> payment.kind() == Payment.Kind.SALE)
                .map(payment -> payment(order, payment))
                .toList();
        return document(
                order, type, order.id(), day(order.placedAt()), order.total(), status, omni, lines, payments, taxes);
    }

    private Document delivery(Order order, Fulfilment fulfilment) {
        Map<String, Object> omni = new LinkedHashMap<>();
        omni.put("OriginalDocument", Map.of("Key", key(type(order), order, order.id())));
        omni.put("Tracking", empty(fulfilment.tracking().number()));
        omni.put("Transporter", empty(fulfilment.tracking().carrier()));
        List<Object> lines = new ArrayList<>();
        order.lines().forEach(line -> {
            int units = fulfilment.units().getOrDefault(line.id(), 0);
            if (units > 0) {
                lines.add(line(lines.size() + 1, order, line, units, line.unitPrice()));
            }
        });
        return document(
                order,
                "CustomerDelivery",
                fulfilment.id(),
                day(fulfilment.createdAt()),
                BigDecimal.ZERO,
                "Delivered",
                omni,
                lines,
                List.of(),
                List.of());
    }

    private Document notice(Order order, Refund refund) {
        Map<String, Object> omni = new LinkedHashMap<>();
        omni.put("OriginalDocument", Map.of("Key", key(type(order), order, order.id())));
        omni.put("ReturnType", "Return");
        List<Object> lines = new ArrayList<>();
        refund.lines()
                .forEach(part -> order.line(part.lineId())
                        .ifPresent(line ->
                                lines.add(line(lines.size() + 1, order, line, part.quantity(), line.unitPrice()))));
        return document(
                order,
                "ReturnNotice",
                refund.id(),
                day(refund.createdAt()),
                refund.amount(),
                "InProgress",
                omni,
                lines,
                List.of(),
                List.of());
    }

    private static String type(Order order) {
        return order.placed().source().equals("pos") ? "Receipt" : "CustomerOrder";
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(settings.zone()).toLocalDate();
    }

    private static Map<String, Object> key(String type, Order order, long number) {
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("Number", number);
        key.put("Stump", Long.toString(order.placed().locationId()));
        key.put("Type", type);
        return key;
    }

    private Document document(
            Order order,
            String type,
            long number,
            LocalDate day,
            BigDecimal total,
            String status,
            Map<String, Object> omni,
            List<Object> lines,
            List<?> payments,
            List<?> shippingTaxes) {
        String store = Long.toString(order.placed().locationId());
        long customer = order.placed().customerId();
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("Active", !order.cancelled());
        header.put("CurrencyId", order.placed().currency());
        header.put("CustomerId", customer == 0 ? null : customer);
        header.put("Date", day + "T00:00:00");
        header.put("InternalReference", Long.toString(order.number()));
        header.put("Key", key(type, order, number));
        header.put("OmniChannel", omni.isEmpty() ? null : omni);
        header.put("Origin", order.placed().source().equals("pos") ? "Shop" : "ECommerce");
        header.put("Status", status);
        header.put("StoreId", store);
        header.put("TaxExcludedTotalAmount", total.subtract(order.taxIn(total)));
        header.put("TaxIncludedTotalAmount", total);
        header.put("TotalQuantity", lines.size());
        header.put("WarehouseId", store);
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("DeliveryAddress", null);
        whole.put("Header", header);
        whole.put("InvoicingAddress", null);
        whole.put("Lines", lines.isEmpty() ? null : Map.of("Get_Line", lines));
        whole.put("Payments", payments.isEmpty() ? null : Map.of("Get_Payment", payments));
        whole.put("ShippingTaxes", shippingTaxes.isEmpty() ? null : Map.of("Get_ShippingTax", shippingTaxes));
        return new Document(type, store, number, day, header, whole);
    }

    private static Map<String, Object> line(int rank, Order order, OrderLine line, int units, BigDecimal price) {
        BigDecimal net = price.subtract(order.taxIn(price)).setScale(2, RoundingMode.HALF_UP);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ItemCode", line.variant().sku());
        row.put("ItemId", "%-34sX".formatted(line.variant().sku()));
        row.put("ItemReference", line.variant().sku());
        row.put("Label", line.title());
        row.put("Quantity", units);
        row.put("Rank", rank);
        row.put("TaxExcludedNetUnitPrice", net);
        row.put("TaxExcludedUnitPrice", net);
        row.put("TaxIncludedNetUnitPrice", price);
        row.put("TaxIncludedUnitPrice", price);
        return row;
    }

    private static Map<String, Object> shippingTax(Order order, BigDecimal shipping) {
        Map<String, Object> tax = new LinkedHashMap<>();
        tax.put("ShippingTaxCode", "PORT");
        tax.put("TaxExcludedAmount", shipping.subtract(order.taxIn(shipping)));
        tax.put("TaxIncludedAmount", shipping);
        return tax;
    }

    private Map<String, Object> payment(Order order, Payment payment) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Amount", payment.amount());
        row.put("Code", "CB");
        row.put("Currency", order.placed().currency());
        row.put("DueDate", day(payment.at()) + "T00:00:00");
        row.put("IsReceivedPayment", true);
        return row;
    }

    private static String empty(String text) {
        return text.isEmpty() ? null : text;
    }
}
