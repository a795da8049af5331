package io.unifiedcommerce.quickstart.scenario;

import java.util.Map;

/** Everything the retailer sells from. */
public record Retailer(Map<SalesChannel, OnlineShop> shops, TillCounter till, Warehouse warehouse) {

    public Retailer {
        shops = Map.copyOf(shops);
    }

    Storefront storefront(SalesChannel channel) {
        return channel.isOnline() ? shops.get(channel) : till;
    }

    /** Takes goods in, at the warehouse and at the till. */
    public void receive(String reference, OpeningStock delivery) {
        warehouse.receive(reference, delivery.warehouse());
        till.receive(delivery.store());
    }

    /** Units of every SKU that the channel itself shows. */
    public Map<String, Long> stock(SalesChannel channel) {
        return storefront(channel).stock();
    }
}
