package io.unifiedcommerce.quickstart.scenario;

import io.unifiedcommerce.quickstart.orders.Invoice;
import io.unifiedcommerce.quickstart.orders.Invoice.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much lies where before the first sale, by what will be asked for. Eleven of twelve products are there in plenty.
 * Of the rest, which only the warehouse has, there is half of the demand, so that shops run out of them.
 *
 * @param units by SKU, of every place; each place has every SKU of the invoices
 */
public record OpeningStock(Map<Place, Map<String, Integer>> units) {

    private static final int SCARCE_BELOW = 8;
    private static final int RESERVE = 12;

    public OpeningStock {
        units = Map.copyOf(units);
    }

    /** What a retailer needs who plays the invoices on these channels. */
    public static OpeningStock of(List<Invoice> invoices, Assignment assignment) {
        Map<Place, Map<String, Integer>> asked = new LinkedHashMap<>();
        assignment.places().forEach(place -> asked.put(place, new TreeMap<>()));
        for (Invoice invoice : invoices) {
            Place from = assignment.of(invoice).place();
            int sold = invoice.kind() == Kind.SALE ? 1 : 0;
            invoice.lines()
                    .forEach(line -> asked.forEach((place, units) ->
                            units.merge(line.sku(), place.equals(from) ? sold * line.units() : 0, Integer::sum)));
        }
        asked.forEach((place, units) -> units.replaceAll((sku, count) -> opening(place, sku, count)));
        return new OpeningStock(asked);
    }

    /** Units by SKU. */
    public Map<String, Integer> at(Place place) {
        return units.get(place);
    }

    private static int opening(Place place, String sku, int asked) {
        if (Share.of("scarce", sku) >= SCARCE_BELOW) {
            return asked + RESERVE;
        }
        return place.equals(Place.WAREHOUSE) ? (asked + 1) / 2 : 0;
    }
}
