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

    /** Units of every SKU that the channel itself shows. */
    public Map<String, Long> stock(SalesChannel channel) {
        return storefront(channel).stock();
    }
}
