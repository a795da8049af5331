package io.unifiedcommerce.quickstart.scenario;

import io.unifiedcommerce.quickstart.orders.Invoice;
import io.unifiedcommerce.quickstart.orders.InvoiceLine;
import io.unifiedcommerce.quickstart.platform.Habits;
import io.unifiedcommerce.tck.fake.shop.Address;
import io.unifiedcommerce.tck.fake.shop.Fulfilment.Tracking;
import io.unifiedcommerce.tck.fake.shop.Order.Cancellation.Reason;
import io.unifiedcommerce.tck.fake.shop.OrderDraft;
import io.unifiedcommerce.tck.fake.shop.OrderResult;
import io.unifiedcommerce.tck.fake.shop.OrderResult.OutOfStock;
import io.unifiedcommerce.tck.fake.shop.OrderResult.Placed;
import io.unifiedcommerce.tck.fake.shop.ProductDraft;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A shop on a commerce platform, as its customers and its staff use it. Prices are taken as the shop's currency. */
public final class OnlineShop implements Storefront {

    private final SalesChannel channel;
    private final Shop shop;
    private final long location;
    private final String currency;
    private final Habits habits;

    /**
     * @param location where the shop's orders leave from, by the platform's own id
     * @param currency ISO 4217
     * @param habits how it deals with orders
     */
    public OnlineShop(SalesChannel channel, Shop shop, long location, String currency, Habits habits) {
        this.channel = channel;
        this.shop = shop;
        this.location = location;
        this.currency = currency;
        this.habits = habits;
    }

    Habits habits() {
        return habits;
    }

    /** Puts a product on sale of which there is nothing yet. */
    public void list(String sku, String name, BigDecimal price) {
        shop.catalogue()
                .create(ProductDraft.titled(name.isEmpty() ? sku : name).withVariant(sku, price, Map.of(location, 0L)));
    }

    @Override
    public Sale sell(Invoice invoice) {
        List<InvoiceLine> wanted = Basket.of(invoice);
        Map<String, Integer> refused = new HashMap<>();
        while (!wanted.isEmpty()) {
            OrderResult result = shop.orders().place(draft(invoice, wanted));
            if (result instanceof Placed placed) {
                String order = Long.toString(placed.order().id());
                if (habits.overTheCounter()) {
                    shop.orders().fulfil(placed.order().id(), Tracking.NONE);
                }
                return new Sale(channel, invoice, order, Basket.units(wanted), refused);
            }
            // The customer reads "out of stock" and buys the rest.
            OutOfStock shortage = (OutOfStock) result;
            refused.put(shortage.sku(), shortage.wanted());
            wanted.removeIf(line -> line.sku().equals(shortage.sku()));
        }
        return new Sale(channel, invoice, "", Map.of(), refused);
    }

    private OrderDraft draft(Invoice invoice, List<InvoiceLine> lines) {
        OrderDraft ordered = OrderDraft.of(
                currency,
                location,
                lines.stream()
                        .map(line -> new OrderDraft.Line(line.sku(), line.units(), line.unitPrice()))
                        .toArray(OrderDraft.Line[]::new));
        OrderDraft draft = habits.overTheCounter() ? ordered.soldOn("pos") : ordered;
        return invoice.customer()
                .map(number -> draft.boughtBy(0, "customer-" + number + "@example.com", Address.NONE))
                .orElse(draft);
    }

    /** Hands everything that is still open to a carrier. */
    void ship(String order) {
        shop.orders().fulfil(id(order), new Tracking("Royal Mail", "RM" + order, ""));
    }

    /** Gives an order up that has not left; the platform puts its units back on sale. */
    void cancel(String order) {
        shop.orders().cancel(id(order), Reason.CUSTOMER, true);
    }

    /** Pays units back; they are on sale again only where the platform restocks returns. */
    void refund(String order, Map<String, Integer> units) {
        Map<Long, Integer> lines = shop.orders().lines(id(order), units);
        shop.orders().refund(id(order), lines, habits.restocksReturns(), "returned");
    }

    /** Puts delivered units onto the shelves. */
    void receive(Map<String, Integer> units) {
        units.forEach((sku, more) -> shop.stock()
                .together(() -> shop.stock().count(sku, location, shop.stock().available(sku, location) + more)));
    }

    private static long id(String order) {
        return Long.parseLong(order);
    }

    @Override
    public Map<String, Long> stock() {
        Map<String, Long> stock = new TreeMap<>();
        shop.stock().available().forEach((key, units) -> stock.merge(key.sku(), units, Long::sum));
        return stock;
    }
}
