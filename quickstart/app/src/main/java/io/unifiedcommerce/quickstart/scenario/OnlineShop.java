package io.unifiedcommerce.quickstart.scenario;

import io.unifiedcommerce.quickstart.orders.Invoice;
import io.unifiedcommerce.quickstart.orders.InvoiceLine;
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

    /**
     * @param location where the shop's orders leave from, by the platform's own id
     * @param currency ISO 4217
     */
    public OnlineShop(SalesChannel channel, Shop shop, long location, String currency) {
        this.channel = channel;
        this.shop = shop;
        this.location = location;
        this.currency = currency;
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
                return new Sale(channel, invoice, Long.toString(placed.order().id()), Basket.units(wanted), refused);
            }
            // The customer reads "out of stock" and buys the rest.
            OutOfStock shortage = (OutOfStock) result;
            refused.put(shortage.sku(), shortage.wanted());
            wanted.removeIf(line -> line.sku().equals(shortage.sku()));
        }
        return new Sale(channel, invoice, "", Map.of(), refused);
    }

    private OrderDraft draft(Invoice invoice, List<InvoiceLine> lines) {
        OrderDraft draft = OrderDraft.of(
                currency,
                location,
                lines.stream()
                        .map(line -> new OrderDraft.Line(line.sku(), line.units(), line.unitPrice()))
                        .toArray(OrderDraft.Line[]::new));
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

    /**
     * Pays units back.
     *
     * @param restock whether the platform puts them back on sale itself
     */
    void refund(String order, Map<String, Integer> units, boolean restock) {
        Map<Long, Integer> lines = shop.orders().lines(id(order), units);
        shop.orders().refund(id(order), lines, restock, "returned");
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
