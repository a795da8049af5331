package io.unifiedcommerce.quickstart.scenario;

import io.unifiedcommerce.quickstart.orders.Invoice;
import java.util.Map;

/** The tills of a store whose platform counts its shelves. Nothing is brought back there. */
public final class StoreCounter implements Counter {

    private final OnlineShop store;

    public StoreCounter(OnlineShop store) {
        this.store = store;
    }

    @Override
    public Sale sell(Invoice invoice) {
        return store.sell(invoice);
    }

    @Override
    public Map<String, Long> stock() {
        return store.stock();
    }

    @Override
    public void receive(Map<String, Integer> units) {
        store.receive(units);
    }
}
