package io.unifiedcommerce.quickstart.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.quickstart.orders.Invoice;
import io.unifiedcommerce.quickstart.orders.Invoice.Kind;
import io.unifiedcommerce.quickstart.orders.RealOrders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OpeningStockTest {

    private final List<Invoice> invoices =
            RealOrders.load().invoices().limit(400).toList();
    private final Assignment assignment = new Assignment(Channels.ALL);
    private final OpeningStock opening = OpeningStock.of(invoices, assignment);
    private final Map<String, Integer> warehouse = opening.at(Place.WAREHOUSE);
    private final Map<String, Integer> store = opening.at(Channels.TILL.place());

    @Test
    void knowsEverySkuInBothPlaces() {
        Set<String> skus = invoices.stream()
                .flatMap(invoice -> invoice.lines().stream())
                .map(line -> line.sku())
                .collect(Collectors.toSet());
        assertThat(warehouse.keySet()).isEqualTo(skus);
        assertThat(store.keySet()).isEqualTo(skus);
    }

    @Test
    void aFewProductsRunOutOnlineAndTheRestDoNot() {
        Map<String, Integer> demand = new HashMap<>();
        invoices.stream()
                .filter(invoice ->
                        invoice.kind() == Kind.SALE && assignment.of(invoice).isOnline())
                .flatMap(invoice -> invoice.lines().stream())
                .forEach(line -> demand.merge(line.sku(), line.units(), Integer::sum));
        long scarce = demand.entrySet().stream()
                .filter(asked -> warehouse.get(asked.getKey()) < asked.getValue())
                .count();
        assertThat(scarce / (double) demand.size()).isBetween(0.04, 0.12);
    }

    @Test
    void theStoreHasNothingOfWhatIsScarce() {
        assertThat(store.values().stream().filter(units -> units == 0)).isNotEmpty();
    }
}
