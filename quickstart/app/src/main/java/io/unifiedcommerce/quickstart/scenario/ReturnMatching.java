package io.unifiedcommerce.quickstart.scenario;

import io.unifiedcommerce.quickstart.orders.InvoiceLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds for goods that come back the online order that they left with: the retailer's returns do not name it. */
final class ReturnMatching {

    /** An order of which some units may still come back. */
    private record Shipped(SalesChannel channel, String order, Map<String, Integer> left) {}

    /** The order that units belong to. */
    record Match(SalesChannel channel, String order) {}

    private final Map<String, List<Shipped>> byCustomer = new HashMap<>();

    /** Goods that never left cannot come back: an order is known from its shipment on. */
    void shipped(Sale sale) {
        sale.invoice()
                .customer()
                .ifPresent(customer -> byCustomer
                        .computeIfAbsent(customer, number -> new ArrayList<>())
                        .add(new Shipped(sale.channel(), sale.order(), new HashMap<>(sale.sold()))));
    }

    /** The first order with so many units of the SKU that are not yet returned; they count as returned from now on. */
    Optional<Match> take(String customer, InvoiceLine line) {
        for (Shipped order : byCustomer.getOrDefault(customer, List.of())) {
            int left = order.left().getOrDefault(line.sku(), 0);
            if (left >= line.units()) {
                order.left().put(line.sku(), left - line.units());
                return Optional.of(new Match(order.channel(), order.order()));
            }
        }
        return Optional.empty();
    }
}
