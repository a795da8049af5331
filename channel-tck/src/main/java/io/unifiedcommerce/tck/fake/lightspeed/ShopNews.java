package io.unifiedcommerce.tck.fake.lightspeed;

import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.ShopChange;
import java.util.Map;

/** Gives each change of the shop its number, and tells webhooks. */
final class ShopNews {
    private final Feed feed;
    private final Sales sales;
    private final Products products;
    private final Inventory inventory;
    private final Customers customers;
    private final Hooks hooks;

    ShopNews(Feed feed, Sales sales, Products products, Inventory inventory, Customers customers, Hooks hooks) {
        this.feed = feed;
        this.sales = sales;
        this.products = products;
        this.inventory = inventory;
        this.customers = customers;
        this.hooks = hooks;
    }

    void follow(Shop shop) {
        shop.subscribe(this::accept);
    }

    private void accept(ShopChange change) {
        if (change instanceof ShopChange.OrderChanged order) {
            sale(order.order().id());
        } else if (change instanceof ShopChange.OrderCancelled order) {
            sale(order.order().id());
        } else if (change instanceof ShopChange.OrderFulfilled order) {
            sale(order.order().id());
        } else if (change instanceof ShopChange.OrderPaid order) {
            sale(order.order().id());
        } else if (change instanceof ShopChange.OrderRefunded order) {
            sales.refunded(order.refund().id(), order.order().id());
            feed.changed(Ids.RETURN, order.refund().id());
            hooks.fire("sale.update", Map.of("id", Ids.RETURN.of(order.refund().id())));
            sale(order.order().id());
        } else {
            goods(change);
        }
    }

    private void sale(long orderId) {
        feed.changed(Ids.SALE, orderId);
        hooks.fire("sale.update", Map.of("id", Ids.SALE.of(orderId)));
    }

    private void goods(ShopChange change) {
        if (change instanceof ShopChange.StockChanged stock) {
            inventory.changed(stock.level());
            String product = Ids.PRODUCT.of(stock.variant().id());
            hooks.fire(
                    "inventory.update", Map.of("id", Ids.LEVEL.of(stock.level().id()), "product_id", product));
        } else if (change instanceof ShopChange.ProductChanged product) {
            if (product.kind() == ShopChange.Kind.DELETED) {
                products.deleted(product.product(), product.product().updatedAt());
            } else {
                products.changed(product.product());
            }
            product.product()
                    .variants()
                    .forEach(variant -> hooks.fire("product.update", Map.of("id", Ids.PRODUCT.of(variant.id()))));
        } else if (change instanceof ShopChange.CustomerChanged customer) {
            if (customer.kind() == ShopChange.Kind.DELETED) {
                customers.deleted(customer.customer());
            }
            feed.changed(Ids.CUSTOMER, customer.customer().id());
            hooks.fire(
                    "customer.update",
                    Map.of("id", Ids.CUSTOMER.of(customer.customer().id())));
        } else if (change instanceof ShopChange.LocationChanged location) {
            feed.changed(Ids.OUTLET, location.location().id());
        }
    }
}
