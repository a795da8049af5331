package io.unifiedcommerce.quickstart.scenario;

import io.unifiedcommerce.quickstart.orders.Invoice;
import java.util.Map;

/**
 * What became of an invoice on its channel.
 *
 * @param order the order's id in the channel; empty when everything was out of stock
 * @param sold units by SKU
 * @param refused units by SKU that were out of stock
 */
public record Sale(
        SalesChannel channel, Invoice invoice, String order, Map<String, Integer> sold, Map<String, Integer> refused) {

    public Sale {
        sold = Map.copyOf(sold);
        refused = Map.copyOf(refused);
    }
}
