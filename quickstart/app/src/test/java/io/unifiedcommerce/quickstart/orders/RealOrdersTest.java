package io.unifiedcommerce.quickstart.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RealOrdersTest {

    private final RealOrders orders = RealOrders.load();

    @Test
    void readsTheFirstInvoiceAsTheRetailerWroteIt() {
        Invoice first = orders.invoices().findFirst().orElseThrow();
        assertThat(first.number()).isEqualTo("536365");
        assertThat(first.kind()).isEqualTo(Invoice.Kind.SALE);
        assertThat(first.time()).isEqualTo(LocalDateTime.of(2010, 12, 1, 8, 26));
        assertThat(first.customer()).isEqualTo(Optional.of("17850"));
        assertThat(first.country()).isEqualTo("United Kingdom");
        assertThat(first.lines()).hasSize(7).contains(new InvoiceLine("85123A", 6, new BigDecimal("2.55")));
        assertThat(orders.products()).containsEntry("85123A", "WHITE HANGING HEART T-LIGHT HOLDER");
    }

    @Test
    void everyLineIsEitherPlayedOrCountedAsSkipped() {
        int played =
                orders.invoices().mapToInt(invoice -> invoice.lines().size()).sum();
        int skipped = orders.skippedLines().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(orders.linesRead()).isEqualTo(28_492);
        assertThat(played + skipped).isEqualTo(orders.linesRead());
    }

    @Test
    void skipsWhatMovesNoStock() {
        assertThat(orders.skippedLines()).isEqualTo(Map.of(SkipReason.NOT_MERCHANDISE, 110, SkipReason.NO_PRICE, 185));
    }

    @Test
    void returnsComeFromInvoicesMarkedC() {
        List<Invoice> returns = orders.invoices()
                .filter(invoice -> invoice.kind() == Invoice.Kind.RETURN)
                .toList();
        assertThat(returns).isNotEmpty().allMatch(invoice -> invoice.number().startsWith("C"));
    }

    @Test
    void linesHaveUnitsAndAPriceAndAKnownProduct() {
        assertThat(orders.invoices().flatMap(invoice -> invoice.lines().stream()))
                .allMatch(line -> line.units() > 0 && line.unitPrice().signum() > 0)
                .allMatch(line -> orders.products().containsKey(line.sku()));
    }
}
