package io.unifiedcommerce.quickstart.loop;

import io.unifiedcommerce.quickstart.orders.Invoice;
import io.unifiedcommerce.quickstart.orders.RealOrders;
import io.unifiedcommerce.quickstart.scenario.OnlineShop;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The products on sale.
 *
 * @param names by SKU
 * @param prices by SKU, of every product that is asked for
 */
public record Assortment(Map<String, String> names, Map<String, BigDecimal> prices) {

    /** What the invoices ask for. */
    public static Assortment of(RealOrders orders, List<Invoice> invoices) {
        Map<String, BigDecimal> prices = new TreeMap<>();
        invoices.forEach(invoice -> invoice.lines().forEach(line -> prices.putIfAbsent(line.sku(), line.unitPrice())));
        return new Assortment(orders.products(), prices);
    }

    void listIn(OnlineShop shop) {
        prices.forEach((sku, price) -> shop.list(sku, names.getOrDefault(sku, ""), price));
    }
}
