package io.unifiedcommerce.tck.fake.square;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.ShopChange;
import io.unifiedcommerce.tck.fake.shop.ShopChange.Kind;
import java.time.Clock;
import java.util.UUID;

/** What happens in the shop, in Square's events. Those of orders only name them. */
final class SquareEvents {
    static final String MERCHANT = "MLR1";

    private final Subscriptions subscriptions;
    private final Versions versions;
    private final CustomersV2 customers;
    private final Clock clock;

    SquareEvents(Subscriptions subscriptions, Versions versions, CustomersV2 customers, Clock clock) {
        this.subscriptions = subscriptions;
        this.versions = versions;
        this.customers = customers;
        this.clock = clock;
    }

    void accept(ShopChange change) {
        if (change instanceof ShopChange.OrderChanged event && event.kind() != Kind.DELETED) {
            order(event.order(), event.kind() == Kind.CREATED ? "created" : "updated");
        } else if (change instanceof ShopChange.StockChanged event) {
            ObjectNode object = Json.object();
            object.putArray("inventory_counts").add(InventoryV2.count(event.variant(), event.level()));
            fire(
                    "inventory.count.updated",
                    "inventory_counts",
                    UUID.randomUUID().toString(),
                    object);
        } else if (change instanceof ShopChange.CustomerChanged event) {
            String id = Long.toString(event.customer().id());
            ObjectNode object = Json.object();
            object.set("customer", customers.customer(event.customer()));
            String verb =
                    switch (event.kind()) {
                        case CREATED -> "created";
                        case UPDATED -> "updated";
                        case DELETED -> "deleted";
                    };
            fire("customer." + verb, "customer", id, object);
        }
    }

    private void order(Order order, String verb) {
        String id = Long.toString(order.id());
        ObjectNode object = Json.object();
        object.putObject("order_" + verb)
                .put("order_id", id)
                .put("version", versions.of(order.id()))
                .put("location_id", Long.toString(order.placed().locationId()))
                .put("state", OrderJson.state(order))
                .put("created_at", Json.time(order.createdAt()))
                .put("updated_at", Json.time(order.updatedAt()));
        fire("order." + verb, "order", id, object);
    }

    private void fire(String type, String kind, String id, ObjectNode object) {
        ObjectNode event = Json.object()
                .put("merchant_id", MERCHANT)
                .put("type", type)
                .put("event_id", UUID.randomUUID().toString())
                .put("created_at", Json.time(clock.instant()));
        event.putObject("data").put("type", kind).put("id", id).set("object", object);
        subscriptions.fire(event);
    }
}
