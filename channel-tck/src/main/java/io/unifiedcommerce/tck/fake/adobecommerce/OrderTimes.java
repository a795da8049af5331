package io.unifiedcommerce.tck.fake.adobecommerce;

import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.ShopChange;
import io.unifiedcommerce.tck.fake.shop.ShopChange.OrderCancelled;
import io.unifiedcommerce.tck.fake.shop.ShopChange.OrderChanged;
import io.unifiedcommerce.tck.fake.shop.ShopChange.OrderFulfilled;
import io.unifiedcommerce.tck.fake.shop.ShopChange.OrderRefunded;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When orders changed in Magento's eyes: a shipment or credit memo leaves the time of its order as it was (magento2 #10287). */
final class OrderTimes {
    private final Map<Long, Instant> moved = new ConcurrentHashMap<>();
    private final Map<Long, Instant> unmoved = new ConcurrentHashMap<>();

    void accept(ShopChange change) {
        if (change instanceof OrderFulfilled fulfilled) {
            unmoved.put(fulfilled.order().id(), fulfilled.order().updatedAt());
        } else if (change instanceof OrderRefunded refunded) {
            unmoved.put(refunded.order().id(), refunded.order().updatedAt());
        } else if (change instanceof OrderCancelled cancelled) {
            moved.put(cancelled.order().id(), cancelled.order().updatedAt());
        } else if (change instanceof OrderChanged changed
                && !changed.order()
                        .updatedAt()
                        .equals(unmoved.remove(changed.order().id()))) {
            moved.put(changed.order().id(), changed.order().updatedAt());
        }
    }

    Instant of(Order order) {
        return moved.getOrDefault(order.id(), order.createdAt());
    }
}
