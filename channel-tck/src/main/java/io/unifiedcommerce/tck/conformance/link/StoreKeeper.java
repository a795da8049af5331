package io.unifiedcommerce.tck.conformance.link;

import io.unifiedcommerce.tck.fake.shop.Address;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.CustomerProfile;
import io.unifiedcommerce.tck.fake.shop.Fulfilment;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderDraft;
import io.unifiedcommerce.tck.fake.shop.OrderResult;
import io.unifiedcommerce.tck.fake.shop.ProductDraft;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Does in a shop what its staff and shoppers do: every kind of order once, and a few dozen plain ones. */
final class StoreKeeper {
    static final String SKU = "TEE-NAVY-M";

    private static final int PLAIN_ORDERS = 30;
    private static final BigDecimal PRICE = new BigDecimal("29.90");
    private static final Address ADDRESS =
            new Address("Ines", "Bernard", "3 rue Neuve", "", "Lyon", "ARA", "69001", "France", "FR", "+33600000001");

    private final Shop shop;
    private final String currency;
    private final long location;

    /** @param location a location that every fake has from its start */
    StoreKeeper(Shop shop, String currency, long location) {
        this.shop = shop;
        this.currency = currency;
        this.location = location;
    }

    Customer fill() {
        long store = shop.locations().create("Lyon Centre", "LYON").id();
        shop.catalogue()
                .create(ProductDraft.titled("Navy tee")
                        .soldBy("Acme", "Shirts", List.of("basics"))
                        .withVariant(SKU, PRICE, Map.of(location, 500L, store, 20L))
                        .withVariant("TEE-NAVY-L", PRICE, Map.of(location, 500L)));
        shop.catalogue().create("MUG-01", new BigDecimal("12.00"), Map.of(location, 40L));
        Customer ines = shop.customers()
                .create(CustomerProfile.of("ines.b@example.org", "Ines", "Bernard")
                        .reachableAt("ines.b@example.org", "+33600000001")
                        .livingAt(ADDRESS));
        shop.customers().create(CustomerProfile.of("jo@example.com", "Jo", "Kay"));
        for (int i = 0; i < PLAIN_ORDERS; i++) {
            buy(draft(1));
        }
        everyKind(ines);
        return ines;
    }

    private void everyKind(Customer ines) {
        Order sent = buy(draft(2).boughtBy(ines).charged(new BigDecimal("5.00"), BigDecimal.ZERO));
        shop.orders().fulfil(sent.id(), units(sent, 1), new Fulfilment.Tracking("Colissimo", "6A000111", ""));
        Order returned = buy(draft(3));
        shop.orders().fulfil(returned.id(), Fulfilment.Tracking.NONE);
        shop.orders().refund(returned.id(), units(returned, 1), true, "too small");
        shop.orders().refund(returned.id(), units(returned, 1), false, "worn");
        Order cancelled = buy(draft(1));
        shop.orders().cancel(cancelled.id(), Order.Cancellation.Reason.FRAUD, true);
        buy(draft(1).unpaid());
        buy(draft(1).soldOn("pos"));
    }

    /** May be called again and again. */
    void trade() {
        Order oldest = shop.orders().records().all().iterator().next();
        shop.orders().touch(oldest.id());
        Order sold = buy(draft(1));
        shop.orders().fulfil(sold.id(), Fulfilment.Tracking.NONE);
        shop.orders().refund(sold.id(), units(sold, 1), true, "");
        long mugs = shop.stock().available("MUG-01", location);
        shop.stock().count("MUG-01", location, mugs - 1);
        Customer first = shop.customers().records().all().iterator().next();
        shop.customers()
                .change(
                        first.id(),
                        customer -> customer.described(customer.profile().named("Ines " + mugs, "Bernard")));
    }

    private OrderDraft draft(int quantity) {
        return OrderDraft.of(currency, location, new OrderDraft.Line(SKU, quantity, PRICE));
    }

    private static Map<Long, Integer> units(Order order, int units) {
        return Map.of(order.lines().get(0).id(), units);
    }

    private Order buy(OrderDraft draft) {
        if (shop.orders().place(draft) instanceof OrderResult.Placed placed) {
            return placed.order();
        }
        throw new IllegalStateException("the shop has too few units for its own orders");
    }
}
