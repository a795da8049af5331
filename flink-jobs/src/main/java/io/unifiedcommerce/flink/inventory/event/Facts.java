package io.unifiedcommerce.flink.inventory.event;

import io.unifiedcommerce.flink.inventory.core.Fact;
import io.unifiedcommerce.flink.inventory.core.OrderFact;
import io.unifiedcommerce.flink.inventory.core.SkuKey;

/** Takes what an event says. */
public interface Facts {

    void about(SkuKey sku, Fact fact);

    /** @param order key of the order, unique in the whole system */
    void about(String tenant, String order, OrderFact fact);

    void dropped(Dropped reason);
}
