package io.unifiedcommerce.quickstart.scenario;

import io.unifiedcommerce.quickstart.orders.Invoice;
import io.unifiedcommerce.quickstart.orders.Invoice.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much lies where before the first sale, by what will be asked for. Eleven of twelve products are there in plenty.
 * Of the rest, which only the warehouse has, there is half of the demand, so that shops run out of them.
 *
 * @param warehouse units by SKU, every SKU of the invoices
 * @param store units by SKU, the same SKUs
 */
public record OpeningStock(Map<String, Integer> warehouse, Map<String, Integer> store) {

    private static final int SCARCE_BELOW = 8;
    private static final int RESERVE = 12;

    public OpeningStock {
        warehouse = Map.copyOf(warehouse);
        store = Map.copyOf(store);
    }

    public static OpeningStock of(List<Invoice> invoices) {
        Map<String, Integer> online = new TreeMap<>();
        Map<String, Integer> till = new TreeMap<>();
        for (Invoice invoice : invoices) {
            boolean isOnline = Assignment.of(invoice).isOnline();
            int asked = invoice.kind() == Kind.SALE ? 1 : 0;
            invoice.lines().forEach(line -> {
                online.merge(line.sku(), isOnline ? asked * line.units() : 0, Integer::sum);
                till.merge(line.sku(), isOnline ? 0 : asked * line.units(), Integer::sum);
            });
        }
        online.replaceAll((sku, units) -> isScarce(sku) ? (units + 1) / 2 : units + RESERVE);
        till.replaceAll((sku, units) -> isScarce(sku) ? 0 : units + RESERVE);
        return new OpeningStock(online, till);
    }

    private static boolean isScarce(String sku) {
        return Share.of("scarce", sku) < SCARCE_BELOW;
    }
}
