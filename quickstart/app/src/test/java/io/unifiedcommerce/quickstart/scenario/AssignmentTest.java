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
    private final Assignment assignment = new Assignment(Channels.ALL);

    @Test
    void spreadsTheRealInvoicesFortyFortyTwenty() {
        Map<SalesChannel, Long> count =
                invoices.stream().collect(Collectors.groupingBy(assignment::of, Collectors.counting()));
        double all = invoices.size();
        assertThat(count.get(Channels.SHOP_DE) / all).isBetween(0.37, 0.43);
        assertThat(count.get(Channels.SHOP_US) / all).isBetween(0.37, 0.43);
        assertThat(count.get(Channels.TILL) / all).isBetween(0.17, 0.23);
    }

    @Test
    void givesAnInvoiceTheSameChannelWhateverItsLines() {
        Invoice first = invoices.get(0);
        assertThat(assignment.of(first.with(List.of()))).isEqualTo(assignment.of(first));
    }

    @Test
    void withoutACounterTheShopsShareAll() {
        Assignment shops = new Assignment(List.of(Channels.SHOP_DE, Channels.SHOP_US));
        long first = invoices.stream()
                .filter(invoice -> shops.of(invoice).equals(Channels.SHOP_DE))
                .count();
        assertThat(first / (double) invoices.size()).isBetween(0.46, 0.54);
    }

    @Test
    void withoutAShopTheCounterSellsAll() {
        Assignment till = new Assignment(List.of(Channels.TILL));
        assertThat(invoices).allMatch(invoice -> till.of(invoice).equals(Channels.TILL));
    }

    @Test
    void countersShareTheirFifth() {
        SalesChannel other = new SalesChannel("y2-fr", "Cegid Y2", new Place("y2-fr"));
        Assignment two = new Assignment(List.of(Channels.SHOP_DE, other, Channels.TILL));
        Map<SalesChannel, Long> count =
                invoices.stream().collect(Collectors.groupingBy(two::of, Collectors.counting()));
        double all = invoices.size();
        assertThat(count.get(Channels.SHOP_DE) / all).isBetween(0.77, 0.83);
        assertThat(count.get(other) / all).isBetween(0.07, 0.13);
        assertThat(count.get(Channels.TILL) / all).isBetween(0.07, 0.13);
    }
}
