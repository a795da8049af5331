package io.unifiedcommerce.quickstart.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.quickstart.orders.Invoice;
import io.unifiedcommerce.quickstart.orders.RealOrders;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    private final List<Invoice> invoices = RealOrders.load().invoices().toList();

    @Test
    void spreadsTheRealInvoicesFortyFortyTwenty() {
        Map<SalesChannel, Long> count =
                invoices.stream().collect(Collectors.groupingBy(Assignment::of, Collectors.counting()));
        double all = invoices.size();
        assertThat(count.get(SalesChannel.SHOP_DE) / all).isBetween(0.37, 0.43);
        assertThat(count.get(SalesChannel.SHOP_US) / all).isBetween(0.37, 0.43);
        assertThat(count.get(SalesChannel.TILL) / all).isBetween(0.17, 0.23);
    }

    @Test
    void givesAnInvoiceTheSameChannelWhateverItsLines() {
        Invoice first = invoices.get(0);
        assertThat(Assignment.of(first.with(List.of()))).isEqualTo(Assignment.of(first));
    }
}
