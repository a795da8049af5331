package io.unifiedcommerce.tck.fake.bigcommerce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.shop.Level;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.Product;
import io.unifiedcommerce.tck.fake.shop.ShopChange;
import io.unifiedcommerce.tck.fake.shop.ShopChange.Kind;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Turns what happens in the shop into BigCommerce's thin events: ids only, the receiver has to read the rest. */
final class HookEvents {
    private final Map<Long, Integer> statusByOrder = new ConcurrentHashMap<>();
    private final HooksV3 hooks;
    private final OrderStates states;

    HookEvents(HooksV3 hooks, OrderStates states) {
        this.hooks = hooks;
        this.states = states;
    }

    void accept(ShopChange change) {
        if (change instanceof ShopChange.OrderChanged event) {
            order(event.kind(), event.order());
        } else if (change instanceof ShopChange.OrderFulfilled event) {
            ObjectNode data = data("shipment", event.fulfilment().id());
            hooks.fire(
                    "store/shipment/created", data.put("orderId", event.order().id()));
        } else if (change instanceof ShopChange.OrderRefunded event) {
            ObjectNode data = data("order", event.order().id());
            data.putObject("refund").put("refund_id", event.refund().id());
            hooks.fire("store/order/refund/created", data);
        } else if (change instanceof ShopChange.OrderPaid event) {
            payment(event);
        } else if (change instanceof ShopChange.StockChanged event) {
            stock(event);
        } else if (change instanceof ShopChange.ProductChanged event) {
            product(event.kind(), event.product());
        } else if (change instanceof ShopChange.CustomerChanged event) {
            hooks.fire(
                    "store/customer/" + word(event.kind()),
                    data("customer", event.customer().id()));
        } else if (change instanceof ShopChange.LocationChanged event) {
            ObjectNode data = JsonNodeFactory.instance.objectNode();
            hooks.fire(
                    "store/inventory/location/" + word(event.kind()),
                    data.put("location_id", event.location().id()));
        }
    }

    private void order(Kind kind, Order order) {
        hooks.fire("store/order/" + (kind == Kind.DELETED ? "archived" : word(kind)), data("order", order.id()));
        int status = states.statusId(order);
        Integer before = statusByOrder.put(order.id(), status);
        if (kind == Kind.UPDATED && before != null && before != status) {
            ObjectNode data = data("order", order.id());
            data.putObject("status").put("previous_status_id", before).put("new_status_id", status);
            hooks.fire("store/order/statusUpdated", data);
        }
        if (kind == Kind.DELETED) {
            statusByOrder.remove(order.id());
        }
    }

    private void payment(ShopChange.OrderPaid event) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("type", "order")
                .put("order_id", String.valueOf(event.order().id()))
                .put("transaction_id", event.payment().id())
                .put("transaction_status", "ok")
                .put("transaction_type", event.payment().kind().name().toLowerCase(Locale.ROOT));
        hooks.fire("store/order/transaction/created", data);
    }

    private void stock(ShopChange.StockChanged event) {
        Variant variant = event.variant();
        Level level = event.level();
        hooks.fire(
                "store/channel/*/inventory/product/stock_changed",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("variant_id", variant.id())
                        .put("product_id", variant.productId())
                        .put("location_id", level.locationId()));
        ObjectNode data = data("sku", variant.itemId());
        data.putObject("inventory")
                .put("product_id", variant.productId())
                .put("variant_id", variant.id())
                .put("method", event.sold() ? "relative" : "absolute")
                .put("value", event.sold() ? event.delta() : level.available());
        hooks.fire(event.sold() ? "store/sku/inventory/order/updated" : "store/sku/inventory/updated", data);
    }

    private void product(Kind kind, Product product) {
        hooks.fire("store/product/" + word(kind), data("product", product.id()));
        if (kind != Kind.UPDATED) {
            for (Variant variant : product.variants()) {
                ObjectNode data = data("sku", variant.itemId());
                data.putObject("sku").put("product_id", product.id()).put("variant_id", variant.id());
                hooks.fire("store/sku/" + word(kind), data);
            }
        }
    }

    private static ObjectNode data(String type, long id) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("id", id);
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
