package io.unifiedcommerce.quickstart.orders;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One sale or one return.
 *
 * @param number the retailer's invoice number; a return has one of its own and does not name the sale
 * @param kind whether goods leave or come back
 * @param time local time of the shop (Europe/London), to the minute
 * @param customer the retailer's customer number; empty where it is not known
 * @param country where the customer lives
 * @param lines at least one; the same product may stand on several
 */
public record Invoice(
        String number,
        Kind kind,
        LocalDateTime time,
        Optional<String> customer,
        String country,
        List<InvoiceLine> lines) {

    public Invoice {
        lines = List.copyOf(lines);
    }

    /** The same invoice with other lines. */
    public Invoice with(List<InvoiceLine> newLines) {
        return new Invoice(number, kind, time, customer, country, newLines);
    }

    /** Whether goods leave the shop or come back. */
    public enum Kind {
        SALE,
        RETURN
    }
}
