package io.unifiedcommerce.tck.fake.shopify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.shop.ShopChange;
import io.unifiedcommerce.tck.fake.shop.ShopChange.Kind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Turns what happens in the shop into Shopify's topics, each with the full resource in REST shape. */
final class WebhookEvents {
    private static final Map<Kind, String> VERBS =
            Map.of(Kind.CREATED, "CREATE", Kind.UPDATED, "UPDATE", Kind.DELETED, "DELETE");

    private final Map<Long, Boolean> knownLevels = new ConcurrentHashMap<>();
    private final Subscriptions subscriptions;
    private final RestJson json;
    private final RestOrderJson orders;
    private final RestProductJson products;

    WebhookEvents(Subscriptions subscriptions, RestJson json, RestOrderJson orders, RestProductJson products) {
        this.subscriptions = subscriptions;
        this.json = json;
        this.orders = orders;
        this.products = products;
    }

    void accept(ShopChange change) {
        if (change instanceof ShopChange.OrderChanged event) {
            String verb = event.kind() == Kind.UPDATED ? "UPDATED" : VERBS.get(event.kind());
            fire("ORDERS", verb, event.order().id(), event.kind(), () -> orders.order(event.order()));
        } else if (change instanceof ShopChange.OrderCancelled event) {
            subscriptions.fire("ORDERS_CANCELLED", () -> orders.order(event.order()));
        } else if (change instanceof ShopChange.OrderFulfilled event) {
            subscriptions.fire("FULFILLMENTS_CREATE", () -> orders.fulfilment(event.order(), event.fulfilment()));
        } else if (change instanceof ShopChange.OrderRefunded event) {
            subscriptions.fire("REFUNDS_CREATE", () -> orders.refund(event.order(), event.refund()));
        } else if (change instanceof ShopChange.OrderPaid event) {
            subscriptions.fire("ORDER_TRANSACTIONS_CREATE", () -> orders.transaction(event.order(), event.payment()));
        } else if (change instanceof ShopChange.StockChanged event) {
            boolean first = knownLevels.put(event.level().id(), true) == null;
            subscriptions.fire(
                    first ? "INVENTORY_LEVELS_CONNECT" : "INVENTORY_LEVELS_UPDATE", () -> json.level(event.level()));
        } else if (change instanceof ShopChange.ProductChanged event) {
            String verb = VERBS.get(event.kind());
            fire("PRODUCTS", verb, event.product().id(), event.kind(), () -> products.product(event.product()));
        } else if (change instanceof ShopChange.CustomerChanged event) {
            String verb = VERBS.get(event.kind());
            fire("CUSTOMERS", verb, event.customer().id(), event.kind(), () -> json.customer(event.customer()));
        } else if (change instanceof ShopChange.LocationChanged event) {
            String verb = VERBS.get(event.kind());
            fire("LOCATIONS", verb, event.location().id(), event.kind(), () -> json.location(event.location()));
        }
    }

    /** A deletion carries the id and nothing else. */
    private void fire(String resource, String verb, long id, Kind kind, Supplier<ObjectNode> full) {
        Supplier<ObjectNode> body = kind == Kind.DELETED
                ? () -> JsonNodeFactory.instance.objectNode().put("id", id)
                : full;
        subscriptions.fire(resource + "_" + verb, body);
    }
}
