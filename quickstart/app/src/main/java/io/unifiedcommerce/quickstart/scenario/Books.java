package io.unifiedcommerce.quickstart.scenario;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Writes down what the channels accepted, in the expected stock and in the counts. Safe for any number of threads. */
public final class Books {

    private final ExpectedStock expected = new ExpectedStock();
    private final AtomicReference<Played> played = new AtomicReference<>(Played.NOTHING);

    public ExpectedStock expected() {
        return expected;
    }

    public Played played() {
        return played.get();
    }

    public void delivered(OpeningStock stock) {
        stock.units().forEach(expected::came);
    }

    void sold(Sale sale) {
        expected.sold(sale.channel().place(), sale.sold());
        int orders = sale.sold().isEmpty() ? 0 : 1;
        count(new Played(1, orders, sale.sold().size(), sale.refused().size(), 0, 0, 0));
    }

    void shipped() {
        count(new Played(0, 0, 0, 0, 0, 1, 0));
    }

    void cancelled(Sale sale) {
        expected.came(Place.WAREHOUSE, sale.sold());
        count(new Played(0, 0, 0, 0, 0, 0, 1));
    }

    void returned(Place place, Map<String, Integer> units) {
        expected.came(place, units);
        count(new Played(0, 0, 0, 0, units.size(), 0, 0));
    }

    void returnPlayed() {
        count(new Played(1, 0, 0, 0, 0, 0, 0));
    }

    private void count(Played more) {
        played.updateAndGet(before -> before.and(more));
    }
}
