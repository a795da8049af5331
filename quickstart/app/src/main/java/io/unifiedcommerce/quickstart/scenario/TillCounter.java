package io.unifiedcommerce.quickstart.scenario;

import io.unifiedcommerce.quickstart.orders.Invoice;
import io.unifiedcommerce.quickstart.orders.InvoiceLine;
import io.unifiedcommerce.quickstart.till.TillShop;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The store: customers can only bring to the till what lies on its shelves. */
public final class TillCounter implements Counter {

    private final SalesChannel channel;
    private final TillShop till;

    public TillCounter(SalesChannel channel, TillShop till) {
        this.channel = channel;
        this.till = till;
    }

    SalesChannel channel() {
        return channel;
    }

    @Override
    public Sale sell(Invoice invoice) {
        Map<String, Long> shelves = stock();
        Map<Boolean, List<InvoiceLine>> lines = Basket.of(invoice).stream()
                .collect(Collectors.partitioningBy(line -> shelves.getOrDefault(line.sku(), 0L) >= line.units()));
        String ticket = lines.get(true).isEmpty() ? "" : ring(invoice.with(lines.get(true)));
        return new Sale(channel, invoice, ticket, Basket.units(lines.get(true)), Basket.units(lines.get(false)));
    }

    /** Takes goods back against a refund ticket; they go onto the shelves. */
    void takeBack(Invoice invoice) {
        ring(invoice);
    }

    /** The products must be known. */
    @Override
    public void receive(Map<String, Integer> units) {
        try {
            till.receive(Map.of(), units);
        } catch (SQLException e) {
            throw new ScenarioException("The till could not take a delivery", e);
        }
    }

    private String ring(Invoice invoice) {
        try {
            return till.play(invoice);
        } catch (SQLException e) {
            throw new ScenarioException("The till could not book invoice " + invoice.number(), e);
        }
    }

    @Override
    public Map<String, Long> stock() {
        try {
            return till.stock();
        } catch (SQLException e) {
            throw new ScenarioException("The till's stock cannot be read", e);
        }
    }
}
