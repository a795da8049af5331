package io.unifiedcommerce.quickstart.scenario;

import io.unifiedcommerce.quickstart.orders.Invoice;
import io.unifiedcommerce.quickstart.orders.InvoiceLine;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Invoices to play in tests. */
final class Invoices {

    static final String CUSTOMER = "17850";

    private Invoices() {}

    static Invoice sale(String number, InvoiceLine... lines) {
        return invoice(number, Invoice.Kind.SALE, lines);
    }

    static Invoice returned(String number, InvoiceLine... lines) {
        return invoice(number, Invoice.Kind.RETURN, lines);
    }

    /** The first sales that are assigned to the channel. */
    static List<Invoice> salesOn(SalesChannel channel, int count, InvoiceLine... lines) {
        Assignment assignment = new Assignment(List.of(Channels.SHOP_DE, Channels.SHOP_US));
        return IntStream.range(1, 10_000)
                .mapToObj(number -> sale("inv-" + number, lines))
                .filter(invoice -> assignment.of(invoice).equals(channel))
                .limit(count)
                .toList();
    }

    static InvoiceLine line(String sku, int units) {
        return new InvoiceLine(sku, units, new BigDecimal("2.55"));
    }

    private static Invoice invoice(String number, Invoice.Kind kind, InvoiceLine... lines) {
        return new Invoice(
                number,
                kind,
                LocalDateTime.of(2010, 12, 1, 8, 26),
                Optional.of(CUSTOMER),
                "United Kingdom",
                Arrays.asList(lines));
    }
}
