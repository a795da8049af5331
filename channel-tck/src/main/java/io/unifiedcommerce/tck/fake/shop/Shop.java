package io.unifiedcommerce.tck.fake.shop;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A merchant's shop in memory, as shoppers and staff see it. Thread safe: writes are serialised over the whole shop,
 * reads see immutable states. All times are UTC from the given clock, cut to whole seconds.
 */
public final class Shop {
    private final Journal journal;
    private final Locations locations;
    private final Catalogue catalogue;
    private final StockRoom stock;
    private final CustomerBook customers;
    private final OrderBook orders;

    /** @param listLag how long lists lag behind writes, asked at each read; reads by id never lag */
    public Shop(Clock clock, Supplier<Duration> listLag) {
        journal = new Journal(clock);
        locations = new Locations(journal, new Records<>(clock, listLag));
        Items items = new Items();
        stock = new StockRoom(journal, items, new Records<>(clock, listLag));
        catalogue = new Catalogue(journal, new Records<>(clock, listLag), new Records<>(clock, listLag), items, stock);
        customers = new CustomerBook(journal, new Records<>(clock, listLag));
        orders = new OrderBook(journal, catalogue, stock, new Records<>(clock, listLag));
    }

    public Locations locations() {
        return locations;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public StockRoom stock() {
        return stock;
    }

    public CustomerBook customers() {
        return customers;
    }

    public OrderBook orders() {
        return orders;
    }

    /** Calls the listener for every later change, in order, on the writing thread: it must be quick and not write. */
    public void subscribe(Consumer<ShopChange> listener) {
        journal.subscribe(listener);
    }
}
