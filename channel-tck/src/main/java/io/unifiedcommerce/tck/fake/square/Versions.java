package io.unifiedcommerce.tck.fake.square;

import io.unifiedcommerce.tck.fake.shop.ShopChange;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the changes of orders and customers, as Square does in their versions. */
final class Versions {
    private final Map<Long, Integer> byId = new ConcurrentHashMap<>();

    void accept(ShopChange change) {
        if (change instanceof ShopChange.OrderChanged event) {
            count(event.order().id());
        } else if (change instanceof ShopChange.OrderPaid event) {
            count(event.order().id());
        } else if (change instanceof ShopChange.CustomerChanged event) {
            count(event.customer().id());
        }
    }

    private void count(long id) {
        byId.merge(id, 1, Integer::sum);
    }

    int of(long id) {
        return byId.getOrDefault(id, 1);
    }
}
