package io.unifiedcommerce.flink.inventory.core;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Stock of a bundle: at each location as many as its scarcest part allows. */
final class KitStock {

    private final LedgerConfig config;
    private final Sheet sheet;

    KitStock(LedgerConfig config, Sheet sheet) {
        this.config = config;
        this.sheet = sheet;
    }

    void component(Fact.ComponentStock fact) {
        Map<String, Component> parts = sheet.components.computeIfAbsent(fact.location(), location -> new TreeMap<>());
        Component known = parts.get(fact.sku());
        if (known == null || fact.version() > known.version()) {
            parts.put(fact.sku(), new Component(fact.available(), fact.version()));
        }
    }

    /** Locations that count every part. Safety stock is kept back of the parts already. */
    Map<String, LocationStock> byLocation() {
        List<Fact.Part> parts = sheet.parts();
        Map<String, LocationStock> stock = new TreeMap<>();
        if (parts.isEmpty()) {
            return stock;
        }
        sheet.components.forEach((location, components) -> {
            if (config.location(location).isPresent()
                    && parts.stream().allMatch(part -> components.containsKey(part.sku()))) {
                long kits = parts.stream()
                        .mapToLong(
                                part -> Math.floorDiv(components.get(part.sku()).available(), part.quantity()))
                        .min()
                        .getAsLong();
                stock.put(location, new LocationStock(kits, 0, 0, 0, null));
            }
        });
        return stock;
    }
}
