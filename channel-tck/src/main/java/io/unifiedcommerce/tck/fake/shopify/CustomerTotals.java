package io.unifiedcommerce.tck.fake.shopify;

import io.unifiedcommerce.tck.fake.shop.ShopChange;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often each customer ordered, and for how much in all. */
final class CustomerTotals {
    record Total(long orders, BigDecimal spent) {
        private static final Total NONE = new Total(0, BigDecimal.ZERO);

        private Total plus(Total other) {
            return new Total(orders + other.orders, spent.add(other.spent));
        }
    }

    private final Map<Long, Total> byCustomer = new ConcurrentHashMap<>();

    void accept(ShopChange change) {
        if (change instanceof ShopChange.OrderChanged event
                && event.kind() == ShopChange.Kind.CREATED
                && event.order().placed().customerId() != 0) {
            byCustomer.merge(
                    event.order().placed().customerId(),
                    new Total(1, event.order().total()),
                    Total::plus);
        }
    }

    Total of(long customerId) {
        return byCustomer.getOrDefault(customerId, Total.NONE);
    }
}
