package io.unifiedcommerce.quickstart.scenario;

import static io.unifiedcommerce.quickstart.scenario.Invoices.CUSTOMER;
import static io.unifiedcommerce.quickstart.scenario.Invoices.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.quickstart.scenario.ReturnMatching.Match;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReturnMatchingTest {

    private final ReturnMatching matching = new ReturnMatching();

    @Test
    void findsTheFirstOrderOfTheCustomerWithEnoughUnits() {
        matching.shipped(sale(Channels.SHOP_DE, "1", Map.of("A", 2)));
        matching.shipped(sale(Channels.SHOP_US, "2", Map.of("A", 5, "B", 1)));
        assertThat(matching.take(CUSTOMER, line("A", 3))).contains(new Match(Channels.SHOP_US, "2"));
        assertThat(matching.take(CUSTOMER, line("A", 2))).contains(new Match(Channels.SHOP_DE, "1"));
    }

    @Test
    void unitsComeBackOnce() {
        matching.shipped(sale(Channels.SHOP_DE, "1", Map.of("A", 2)));
        assertThat(matching.take(CUSTOMER, line("A", 2))).isPresent();
        assertThat(matching.take(CUSTOMER, line("A", 1))).isEmpty();
    }

    @Test
    void anotherCustomerBoughtNothing() {
        matching.shipped(sale(Channels.SHOP_DE, "1", Map.of("A", 2)));
        assertThat(matching.take("99999", line("A", 1))).isEmpty();
    }

    private static Sale sale(SalesChannel channel, String order, Map<String, Integer> units) {
        return new Sale(channel, Invoices.sale("536365"), order, units, Map.of());
    }
}
