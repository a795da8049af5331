package io.unifiedcommerce.quickstart.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything the retailer sells from: each channel's storefront, and the warehouse behind them. */
public record Retailer(Map<SalesChannel, Storefront> storefronts, Warehouse warehouse) {

    public Retailer {
        storefronts = Collections.unmodifiableMap(new LinkedHashMap<>(storefronts));
    }

    public List<SalesChannel> channels() {
        return new ArrayList<>(storefronts.keySet());
    }

    Storefront storefront(SalesChannel channel) {
        return storefronts.get(channel);
    }

    /** @param channel an online one */
    OnlineShop shop(SalesChannel channel) {
        return (OnlineShop) storefronts.get(channel);
    }

    /** The counter that takes back what nobody knows the order of. */
    Optional<TillCounter> till() {
        return storefronts.values().stream()
                .filter(TillCounter.class::isInstance)
                .map(TillCounter.class::cast)
                .findFirst();
    }

    /** Takes goods in, at the warehouse and at the counters. */
    public void receive(String reference, OpeningStock delivery) {
        warehouse.receive(reference, delivery.at(Place.WAREHOUSE));
        storefronts.forEach((channel, storefront) -> {
            if (storefront instanceof Counter counter) {
                counter.receive(delivery.at(channel.place()));
            }
        });
    }

    /** Units of every SKU that the channel itself shows. */
    public Map<String, Long> stock(SalesChannel channel) {
        return storefront(channel).stock();
    }
}
