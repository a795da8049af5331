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
 * Takes goods back: against the online order they left with where it is found, else against a refund ticket at the till, or
 * at the warehouse where there is no till.
 *
 * <p>Some platforms put refunded units back on sale themselves. For the others the warehouse tells what came back.
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
            takeBackWithoutOrder(invoice.with(unknown));
        }
        books.returnPlayed();
    }

    private void takeBackWithoutOrder(Invoice invoice) {
        Map<String, Integer> units = Basket.units(Basket.of(invoice));
        if (retailer.till().isPresent()) {
            TillCounter till = retailer.till().get();
            till.takeBack(invoice);
            books.returned(till.channel().place(), units);
        } else {
            retailer.warehouse().takeBack(invoice.number(), units);
            books.returned(Place.WAREHOUSE, units);
        }
    }

    private void refund(Invoice invoice, Match match, Map<String, Integer> units) {
        OnlineShop shop = retailer.shop(match.channel());
        shop.refund(match.order(), units);
        if (!shop.habits().restocksReturns()) {
            retailer.warehouse().takeBack(invoice.number(), units);
        }
        books.returned(Place.WAREHOUSE, units);
    }
}
