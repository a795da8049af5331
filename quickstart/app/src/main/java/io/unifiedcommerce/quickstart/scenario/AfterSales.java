package io.unifiedcommerce.quickstart.scenario;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * What staff do with online orders some time later: of ten, one is cancelled, eight are shipped and one stays open. What was
 * sold over the counter has left already.
 */
final class AfterSales {

    private static final Duration LATER = Duration.ofSeconds(3);
    private static final int CANCELLED_BELOW = 10;
    private static final int SHIPPED_BELOW = 90;

    private record Due(Instant at, Sale sale) {}

    private final Queue<Due> open = new ArrayDeque<>();
    private final Retailer retailer;
    private final Books books;
    private final ReturnMatching returns;
    private final Clock clock;

    AfterSales(Retailer retailer, Books books, ReturnMatching returns, Clock clock) {
        this.retailer = retailer;
        this.books = books;
        this.returns = returns;
        this.clock = clock;
    }

    void accept(Sale sale) {
        if (!sale.channel().isOnline() || sale.sold().isEmpty()) {
            return;
        }
        if (retailer.shop(sale.channel()).habits().overTheCounter()) {
            returns.shipped(sale);
        } else {
            open.add(new Due(clock.instant().plus(LATER), sale));
        }
    }

    boolean isDone() {
        return open.isEmpty();
    }

    /** Does what is due now. */
    void work() {
        while (!open.isEmpty() && !open.peek().at().isAfter(clock.instant())) {
            settle(open.remove().sale());
        }
    }

    private void settle(Sale sale) {
        OnlineShop shop = retailer.shop(sale.channel());
        int share = Share.of("fate", sale.invoice().number());
        if (share < CANCELLED_BELOW) {
            shop.cancel(sale.order());
            books.cancelled(sale);
        } else if (share < SHIPPED_BELOW) {
            shop.ship(sale.order());
            books.shipped();
            returns.shipped(sale);
        }
    }
}
