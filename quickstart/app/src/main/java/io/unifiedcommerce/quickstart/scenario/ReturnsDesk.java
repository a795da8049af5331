package io.unifiedcommerce.quickstart.scenario;

import io.unifiedcommerce.quickstart.orders.Invoice;
import io.unifiedcommerce.quickstart.orders.InvoiceLine;
import io.unifiedcommerce.quickstart.scenario.ReturnMatching.Match;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes goods back: against the online order they left with where it is found, else against a refund ticket at the till.
 *
 * <p>Shopify puts refunded units back on sale itself. BigCommerce does not: there the warehouse tells what came back.
 */
final class ReturnsDesk {

    private final Retailer retailer;
    private final Books books;
    private final ReturnMatching matching;

    ReturnsDesk(Retailer retailer, Books books, ReturnMatching matching) {
        this.retailer = retailer;
        this.books = books;
        this.matching = matching;
    }

    void takeBack(Invoice invoice) {
        Map<Match, List<InvoiceLine>> online = new LinkedHashMap<>();
        List<InvoiceLine> unknown = new ArrayList<>();
        for (InvoiceLine line : Basket.of(invoice)) {
            Optional<Match> match = invoice.customer().flatMap(customer -> matching.take(customer, line));
            match.ifPresentOrElse(
                    order -> online.computeIfAbsent(order, key -> new ArrayList<>())
                            .add(line),
                    () -> unknown.add(line));
        }
        online.forEach((order, lines) -> refund(invoice, order, Basket.units(lines)));
        if (!unknown.isEmpty()) {
            retailer.till().takeBack(invoice.with(unknown));
            books.returned(Place.STORE, Basket.units(unknown));
        }
        books.returnPlayed();
    }

    private void refund(Invoice invoice, Match match, Map<String, Integer> units) {
        boolean platformRestocks = match.channel() == SalesChannel.SHOP_DE;
        retailer.shops().get(match.channel()).refund(match.order(), units, platformRestocks);
        if (!platformRestocks) {
            retailer.warehouse().takeBack(invoice.number(), units);
        }
        books.returned(Place.WAREHOUSE, units);
    }
}
