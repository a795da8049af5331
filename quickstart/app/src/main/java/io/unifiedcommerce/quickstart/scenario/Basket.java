package io.unifiedcommerce.quickstart.scenario;

import io.unifiedcommerce.quickstart.orders.Invoice;
import io.unifiedcommerce.quickstart.orders.InvoiceLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An invoice's lines with each SKU once, as every channel wants them. */
final class Basket {

    private Basket() {}

    /** The units of all lines of a SKU together, at the price of the first. */
    static List<InvoiceLine> of(Invoice invoice) {
        Map<String, InvoiceLine> lines = new LinkedHashMap<>();
        for (InvoiceLine line : invoice.lines()) {
            lines.merge(
                    line.sku(),
                    line,
                    (first, next) -> new InvoiceLine(first.sku(), first.units() + next.units(), first.unitPrice()));
        }
        return new ArrayList<>(lines.values());
    }

    static Map<String, Integer> units(Collection<InvoiceLine> lines) {
        Map<String, Integer> units = new LinkedHashMap<>();
        lines.forEach(line -> units.merge(line.sku(), line.units(), Integer::sum));
        return units;
    }
}
