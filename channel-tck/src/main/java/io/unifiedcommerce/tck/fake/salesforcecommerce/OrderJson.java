package io.unifiedcommerce.tck.fake.salesforcecommerce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.shop.Address;
import io.unifiedcommerce.tck.fake.shop.Fulfilment;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** An order of the shop in the platform's words: gross taxation, one shipment, one payment instrument. */
final class OrderJson {
    private static final String SHIPMENT = "me";

    private final SalesforceSettings settings;

    OrderJson(SalesforceSettings settings) {
        this.settings = settings;
    }

    ObjectNode of(Order order) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        boolean paid = !order.payments().isEmpty();
        json.put("orderNo", Long.toString(order.id()))
                .put("siteId", settings.siteId())
                .put("creationDate", order.createdAt().toString())
                .put("placeDate", order.placedAt().toString())
                .put("lastModified", order.updatedAt().toString())
                .put("createdBy", "Customer")
                .put("status", status(order))
                .put("confirmationStatus", "confirmed")
                .put("exportStatus", "ready")
                .put("paymentStatus", paid ? "paid" : "not_paid")
                .put("shippingStatus", shippingStatus(order))
                .put("channelType", order.placed().source().equals("pos") ? "store" : "storefront")
                .put("currency", order.placed().currency())
                .put("taxation", "gross")
                .put("productSubTotal", order.subtotal())
                .put("productTotal", order.subtotal().subtract(order.placed().discount()))
                .put("shippingTotal", order.placed().shipping())
                .put("shippingTotalTax", order.taxIn(order.placed().shipping()))
                .put("taxTotal", order.taxIn(order.total()))
                .put("orderTotal", order.total());
        if (order.cancelled()) {
            json.put("cancelDescription", order.cancellation().reason().name());
        }
        customer(json.putObject("customerInfo"), order);
        if (!order.placed().address().equals(Address.NONE)) {
            json.set("billingAddress", address(order.placed().address()));
        }
        items(json.putArray("productItems"), order);
        shipping(json, order);
        discount(json, order);
        payment(json.putArray("paymentInstruments").addObject(), order);
        return json;
    }

    private static String status(Order order) {
        boolean done = order.unitsOpen() == 0 && order.unitsFulfilled() > 0;
        return order.cancelled() ? "cancelled" : done ? "completed" : "new";
    }

    private static String shippingStatus(Order order) {
        if (order.unitsFulfilled() == 0) {
            return "not_shipped";
        }
        return order.unitsOpen() == 0 ? "shipped" : "part_shipped";
    }

    private static void customer(ObjectNode json, Order order) {
        boolean guest = order.placed().customerId() == 0;
        json.put("guest", guest);
        if (!guest) {
            json.put("customerNo", CustomersApi.number(order.placed().customerId()));
        }
        if (!order.placed().email().isEmpty()) {
            json.put("email", order.placed().email());
        }
    }

    static ObjectNode address(Address address) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return json.put("firstName", address.firstName())
                .put("lastName", address.lastName())
                .put("address1", address.line1())
                .put("city", address.city())
                .put("postalCode", address.postalCode())
                .put("stateCode", address.provinceCode())
                .put("countryCode", address.countryCode())
                .put("phone", address.phone());
    }

    private static void items(ArrayNode items, Order order) {
        BigDecimal left = order.placed().discount();
        for (int i = 0; i < order.lines().size(); i++) {
            OrderLine line = order.lines().get(i);
            boolean last = i == order.lines().size() - 1;
            BigDecimal share = last ? left : share(order, line);
            left = left.subtract(share);
            BigDecimal tax = order.taxIn(line.total());
            items.addObject()
                    .put("itemId", Long.toString(line.id()))
                    .put("productId", line.variant().sku())
                    .put("productName", line.title())
                    .put("itemText", line.title())
                    .put("position", i + 1)
                    .put("quantity", line.quantity())
                    .put("basePrice", line.unitPrice())
                    .put("grossPrice", line.total())
                    .put("netPrice", line.total().subtract(tax))
                    .put("tax", tax)
                    .put("taxRate", order.placed().taxRate())
                    .put("priceAfterItemDiscount", line.total())
                    .put("priceAfterOrderDiscount", line.total().subtract(share))
                    .put("inventoryId", Places.idOf(order.placed().locationId()))
                    .put("shipmentId", SHIPMENT);
        }
    }

    private static BigDecimal share(Order order, OrderLine line) {
        return order.placed().discount().multiply(line.total()).divide(order.subtotal(), 2, RoundingMode.HALF_UP);
    }

    private static void shipping(ObjectNode json, Order order) {
        ObjectNode shipment = json.putArray("shipments").addObject();
        boolean shipped = shippingStatus(order).equals("shipped");
        shipment.put("shipmentId", SHIPMENT)
                .put("shipmentNo", "S" + order.number())
                .put("shippingStatus", shipped ? "shipped" : "not_shipped");
        shipment.putObject("shippingMethod").put("id", "standard");
        order.fulfilments().stream()
                .map(Fulfilment::tracking)
                .map(Fulfilment.Tracking::number)
                .filter(number -> shipped && !number.isEmpty())
                .findFirst()
                .ifPresent(number -> shipment.put("trackingNumber", number));
        if (!order.placed().address().equals(Address.NONE)) {
            shipment.set("shippingAddress", address(order.placed().address()));
        }
        BigDecimal price = order.placed().shipping();
        json.putArray("shippingItems")
                .addObject()
                .put("itemId", "ship-" + order.id())
                .put("itemText", "Shipping")
                .put("shipmentId", SHIPMENT)
                .put("basePrice", price)
                .put("grossPrice", price)
                .put("netPrice", price.subtract(order.taxIn(price)))
                .put("tax", order.taxIn(price))
                .put("taxRate", order.placed().taxRate())
                .put("priceAfterItemDiscount", price);
    }

    private static void discount(ObjectNode json, Order order) {
        BigDecimal off = order.placed().discount();
        ArrayNode adjustments = json.putArray("orderPriceAdjustments");
        if (off.signum() > 0) {
            adjustments
                    .addObject()
                    .put("priceAdjustmentId", "adj-" + order.id())
                    .put("promotionId", "OFF")
                    .put("itemText", "Money off")
                    .put("grossPrice", off.negate())
                    .put("netPrice", off.subtract(order.taxIn(off)).negate())
                    .put("tax", order.taxIn(off).negate());
        }
    }

    private static void payment(ObjectNode json, Order order) {
        json.put("paymentInstrumentId", "pi-" + order.id()).put("paymentMethodId", "CREDIT_CARD");
        json.putObject("paymentCard").put("cardType", "Visa").put("numberLastDigits", "4242");
        json.putObject("paymentTransaction").put("amount", order.total()).put("transactionId", "tx-" + order.id());
    }
}
