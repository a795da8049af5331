package io.unifiedcommerce.tck.fake.shopify;

import graphql.schema.DataFetchingEnvironment;
import io.unifiedcommerce.tck.fake.Faults;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Order, and the lists of orders. */
final class OrderTypes {
    private static final String SCOPE = "read_orders";
    private static final String OLD_ORDERS_SCOPE = "read_all_orders";
    private static final Duration RECENT = Duration.ofDays(60);

    private final Shop shop;
    private final Listing<Order> listing;
    private final Metafields metafields;
    private final Faults faults;
    private final Clock clock;

    OrderTypes(Shop shop, ShopifySettings settings, Metafields metafields, Faults faults) {
        this.shop = shop;
        this.metafields = metafields;
        this.faults = faults;
        clock = settings.clock();
        listing = new Listing<>(shop.orders().records(), filters(settings).only(this::visible));
    }

    void wire(Wiring wiring) {
        wiring.query()
                .field("orders", SCOPE, (root, call) -> listing.page(call, "PROCESSED_AT", Order::placedAt))
                .field("order", SCOPE, (root, call) -> find(Gid.of(call.getArgument("id"), "Order")));
        TypeFields<Order> type = wiring.node("Order", Order.class, this::find);
        identity(type);
        status(type);
        money(type);
        parts(type);
    }

    private Order find(long id) {
        return shop.orders().records().find(id).filter(this::visible).orElse(null);
    }

    /** Without the scope for old orders these are silently absent; no error tells. */
    private boolean visible(Order order) {
        return !faults.withdrawn(OLD_ORDERS_SCOPE)
                || order.createdAt().isAfter(clock.instant().minus(RECENT));
    }

    private static SearchFields<Order> filters(ShopifySettings settings) {
        return new SearchFields<Order>(settings.zone())
                .time("updated_at", Order::updatedAt)
                .time("created_at", Order::createdAt)
                .time("processed_at", Order::placedAt)
                .number("id", Order::id)
                .number("customer_id", order -> order.placed().customerId())
                .number("location_id", order -> order.placed().locationId())
                .text("name", OrderTypes::name)
                .text("email", order -> order.placed().email())
                .text("source_name", order -> order.placed().source())
                .text("financial_status", OrderStatus::financial)
                .text("fulfillment_status", OrderStatus::fulfilment)
                .matching("status", OrderTypes::inStatus)
                .matching(
                        "sku",
                        (order, term) -> order.lines().stream()
                                .anyMatch(line -> line.variant().sku().equalsIgnoreCase(term.value())))
                .matching("test", (order, term) -> term.value().equals("false"));
    }

    private static boolean inStatus(Order order, SearchTerm term) {
        return switch (term.value()) {
            case "any" -> true;
            case "not_closed" -> !order.cancelled();
            default -> term.value().equals(OrderStatus.open(order));
        };
    }

    static String name(Order order) {
        return "#" + order.number();
    }

    private static void identity(TypeFields<Order> type) {
        type.field("id", order -> Gid.of("Order", order.id()))
                .field("legacyResourceId", Order::id)
                .field("name", OrderTypes::name)
                .field("number", Order::number)
                .field("confirmationNumber", order -> Long.toString(order.id(), Character.MAX_RADIX))
                .field("createdAt", Order::createdAt)
                .field("processedAt", Order::placedAt)
                .field("updatedAt", Order::updatedAt)
                .field("sourceName", order -> order.placed().source())
                .field(
                        "app",
                        order -> Map.of(
                                "id",
                                "gid://shopify/App/129785",
                                "name",
                                order.placed().source()))
                .field("cartToken", order -> "cart-" + order.id())
                .field("checkoutToken", order -> "checkout-" + order.id())
                .constant(null, "sourceIdentifier", "poNumber", "note")
                .constant(List.of(), "tags", "customAttributes", "discountCodes");
    }

    private static void status(TypeFields<Order> type) {
        type.field(
                        "cancelledAt",
                        order -> order.cancelled() ? order.cancellation().at() : null)
                .field(
                        "cancelReason",
                        order -> order.cancelled()
                                ? order.cancellation().reason().name()
                                : null)
                .field("displayFinancialStatus", OrderStatus::financial)
                .field("displayFulfillmentStatus", OrderStatus::fulfilment)
                .field("unpaid", order -> order.payments().isEmpty())
                .field("fullyPaid", order -> !order.payments().isEmpty())
                .constant("NO_RETURN", "returnStatus")
                .constant(null, "closedAt")
                .constant(true, "confirmed", "taxesIncluded")
                .constant(false, "closed", "test", "edited");
    }

    private static void money(TypeFields<Order> type) {
        type.field("currencyCode", order -> order.placed().currency())
                .field("presentmentCurrencyCode", order -> order.placed().currency())
                .field("subtotalPriceSet", order -> Money.of(order, order.discountedSubtotal()))
                .field(
                        "currentSubtotalPriceSet",
                        order -> Money.of(order, order.discountedSubtotal().subtract(order.refunded())))
                .field(
                        "totalDiscountsSet",
                        order -> Money.of(order, order.placed().discount()))
                .field(
                        "totalShippingPriceSet",
                        order -> Money.of(order, order.placed().shipping()))
                .field("totalTaxSet", order -> Money.of(order, order.taxIn(order.total())))
                .field("currentTotalTaxSet", order -> Money.of(order, order.taxIn(left(order))))
                .field("totalPriceSet", order -> Money.of(order, order.total()))
                .field("currentTotalPriceSet", order -> Money.of(order, left(order)))
                .field("totalRefundedSet", order -> Money.of(order, order.refunded()))
                .field(
                        "netPaymentSet",
                        order -> Money.of(order, order.payments().isEmpty() ? BigDecimal.ZERO : left(order)))
                .field("totalTipReceivedSet", order -> Money.of(order, BigDecimal.ZERO))
                .field("shippingLine", ShippingLine::of)
                .field("taxLines", order -> TaxLine.in(order, order.total()));
    }

    private static BigDecimal left(Order order) {
        return order.total().subtract(order.refunded());
    }

    private void parts(TypeFields<Order> type) {
        type.field("email", order -> blankAsNull(order.placed().email()))
                .field("phone", order -> blankAsNull(order.placed().address().phone()))
                .field(
                        "customer",
                        "read_customers",
                        (order, call) -> shop.customers()
                                .records()
                                .find(order.placed().customerId())
                                .orElse(null))
                .field("billingAddress", PostalAddress::of)
                .field("shippingAddress", PostalAddress::of)
                .field(
                        "retailLocation",
                        order -> order.placed().source().equals("pos")
                                ? shop.locations()
                                        .records()
                                        .find(order.placed().locationId())
                                        .orElse(null)
                                : null)
                .field(
                        "lineItems",
                        (order, call) -> PageRequest.of(call)
                                .take(order.lines().stream()
                                        .map(line -> new OrderNodes.Line(order, line))
                                        .toList()))
                .field(
                        "fulfillments",
                        (order, call) -> firstOf(
                                call,
                                order.fulfilments().stream()
                                        .map(fulfilment -> new OrderNodes.Parcel(order, fulfilment))
                                        .toList()))
                .field(
                        "transactions",
                        (order, call) -> firstOf(
                                call,
                                order.payments().stream()
                                        .map(payment -> new OrderNodes.Transaction(order, payment))
                                        .toList()))
                .field(
                        "refunds",
                        (order, call) -> firstOf(
                                call,
                                order.refunds().stream()
                                        .map(refund -> new OrderNodes.PaidBack(order, refund))
                                        .toList()))
                .field("metafield", (order, call) -> metafields.find(Gid.of("Order", order.id()), call));
    }

    /** Plain lists have a size but no cursor: what does not fit is simply not there. */
    static List<?> firstOf(DataFetchingEnvironment call, List<?> all) {
        Integer first = call.getArgument("first");
        return first == null ? all : all.subList(0, Math.min(first, all.size()));
    }

    static String blankAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
