package io.unifiedcommerce.meta;

import io.unifiedcommerce.model.Address;
import io.unifiedcommerce.model.CustomerSnapshot;
import io.unifiedcommerce.model.Order;
import io.unifiedcommerce.model.OrderLine;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A purchase out of an order. Every state of an order gives the same event id, so that Meta, which keeps ids for 48 hours,
 * counts it once.
 */
final class OrderConversion {
    private static final Set<String> STANDING =
            Set.of("CONFIRMED", "PROCESSING", "PARTIALLY_FULFILLED", "FULFILLED", "COMPLETED");
    private static final Map<String, String> SOURCES =
            Map.of("web", "website", "app", "app", "pos", "physical_store", "phone", "phone_call");

    private final MetaSettings settings;
    private final EventFrame frame;

    OrderConversion(MetaSettings settings, EventFrame frame) {
        this.settings = settings;
        this.frame = frame;
    }

    Conversion of(Order order, Instant now) {
        if (order.getIsTest()
                || "DELETE".equals(order.getEnvelope().getOp())
                || !STANDING.contains(order.getStatus())) {
            return Conversion.None.NO_CONVERSION;
        }
        if (settings.consentRequired() && !mayBeUsed(order)) {
            return Conversion.None.NO_CONSENT;
        }
        String source = SOURCES.getOrDefault(order.getSalesChannel() == null ? "" : order.getSalesChannel(), "other");
        String page =
                order.getAttribution() == null ? null : order.getAttribution().getLandingPage();
        return frame.event(
                "Purchase",
                "order:" + order.getEnvelope().getChannelInstance() + ":" + order.getOrderId(),
                order.getPlacedAt(),
                source,
                page,
                user(order),
                data(order, source),
                now);
    }

    /** Orders tell no consent of their own: what enriches them writes it into an extension of the envelope. */
    private boolean mayBeUsed(Order order) {
        String consent = order.getEnvelope().getExtensions().get(settings.consentExtension());
        return "GRANTED".equalsIgnoreCase(consent) || "true".equalsIgnoreCase(consent);
    }

    private UserData user(Order order) {
        CustomerSnapshot customer = order.getCustomerSnapshot();
        Address address = order.getBillingAddress() == null ? order.getShippingAddress() : order.getBillingAddress();
        String country =
                address == null || address.getCountry() == null ? settings.defaultCountry() : address.getCountry();
        UserData user = new UserData();
        if (customer != null) {
            user.hashed("em", Normalise.email(customer.getEmail()))
                    .hashed("ph", Normalise.phone(customer.getPhone(), country))
                    .hashed("fn", Normalise.name(customer.getFirstName()))
                    .hashed("ln", Normalise.name(customer.getLastName()));
        }
        if (address != null) {
            user.hashed("ct", Normalise.city(address.getCity()))
                    .hashed("st", Normalise.state(address.getRegion(), country))
                    .hashed("zp", Normalise.postalCode(address.getPostalCode(), country));
        }
        return user.hashed("country", Normalise.country(country))
                .hashed("external_id", Normalise.id(order.getCustomerId()))
                .ip(order.getIp())
                .agent(order.getUserAgent());
    }

    private Map<String, Object> data(Order order, String source) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("currency", order.getCurrency());
        data.put("value", settings.valueOf(order));
        data.put("order_id", order.getOrderNumber() == null ? order.getOrderId() : order.getOrderNumber());
        data.put("content_type", "product");
        List<Map<String, Object>> contents = order.getLines().stream()
                .filter(line -> settings.contentId(line) != null && bought(line) > 0)
                .map(line -> content(line, source))
                .toList();
        data.put("contents", contents);
        data.put(
                "num_items",
                order.getLines().stream().mapToLong(OrderConversion::bought).sum());
        return data;
    }

    private Map<String, Object> content(OrderLine line, String source) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("id", settings.contentId(line));
        content.put("quantity", bought(line));
        content.put("item_price", line.getUnitPrice());
        if ("physical_store".equals(source)) {
            content.put("delivery_category", "in_store");
        }
        return content;
    }

    private static long bought(OrderLine line) {
        return line.getQuantity() - line.getCancelledQuantity();
    }
}
