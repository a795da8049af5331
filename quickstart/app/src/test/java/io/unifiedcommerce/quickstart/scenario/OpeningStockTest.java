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
    private final OpeningStock opening = OpeningStock.of(invoices);

    @Test
    void knowsEverySkuInBothPlaces() {
        Set<String> skus = invoices.stream()
                .flatMap(invoice -> invoice.lines().stream())
                .map(line -> line.sku())
                .collect(Collectors.toSet());
        assertThat(opening.warehouse().keySet()).isEqualTo(skus);
        assertThat(opening.store().keySet()).isEqualTo(skus);
    }

    @Test
    void aFewProductsRunOutOnlineAndTheRestDoNot() {
        Map<String, Integer> demand = new HashMap<>();
        invoices.stream()
                .filter(invoice ->
                        invoice.kind() == Kind.SALE && Assignment.of(invoice).isOnline())
                .flatMap(invoice -> invoice.lines().stream())
                .forEach(line -> demand.merge(line.sku(), line.units(), Integer::sum));
        long scarce = demand.entrySet().stream()
                .filter(asked -> opening.warehouse().get(asked.getKey()) < asked.getValue())
                .count();
        assertThat(scarce / (double) demand.size()).isBetween(0.04, 0.12);
    }

    @Test
    void theStoreHasNothingOfWhatIsScarce() {
        assertThat(opening.store().values().stream().filter(units -> units == 0))
                .isNotEmpty();
    }
}
