package io.unifiedcommerce.quickstart.scenario;

import io.unifiedcommerce.quickstart.orders.Invoice;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where an invoice is played, the same in every run: 20 of 100 at the counters where there are shops too, the others in the
 * shops, evenly among them.
 */
public final class Assignment {

    private static final int ALL = 100;
    private static final int IN_SHOPS = 80;

    private final List<SalesChannel> shops;
    private final List<SalesChannel> counters;
    private final int shopsBelow;

    /** @param channels at least one */
    public Assignment(List<SalesChannel> channels) {
        shops = channels.stream().filter(SalesChannel::isOnline).toList();
        counters = channels.stream().filter(channel -> !channel.isOnline()).toList();
        shopsBelow = counters.isEmpty() ? ALL : shops.isEmpty() ? 0 : IN_SHOPS;
    }

    SalesChannel of(Invoice invoice) {
        int share = Share.of("channel", invoice.number());
        return share < shopsBelow
                ? shops.get(share * shops.size() / shopsBelow)
                : counters.get((share - shopsBelow) * counters.size() / (ALL - shopsBelow));
    }

    /** Every place that the channels sell from, and the warehouse. */
    List<Place> places() {
        return Stream.concat(Stream.of(Place.WAREHOUSE), counters.stream().map(SalesChannel::place))
                .toList();
    }
}
