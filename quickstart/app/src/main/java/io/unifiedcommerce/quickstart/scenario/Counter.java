package io.unifiedcommerce.quickstart.scenario;

import java.util.Map;

/** A channel that counts its own shelves and sells from them only. */
public interface Counter extends Storefront {

    /** Puts delivered units onto the shelves, by SKU. */
    void receive(Map<String, Integer> units);
}
