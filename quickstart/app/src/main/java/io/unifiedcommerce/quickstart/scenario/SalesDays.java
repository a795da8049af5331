package io.unifiedcommerce.quickstart.scenario;

import io.unifiedcommerce.quickstart.orders.Invoice;
import io.unifiedcommerce.quickstart.orders.Invoice.Kind;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Plays the retailer's invoices one after another on their channels, and what staff do with the orders. */
public final class SalesDays {

    private final Retailer retailer;
    private final Assignment assignment;
    private final Books books;
    private final AfterSales afterSales;
    private final ReturnsDesk returnsDesk;
    private final Clock clock;

    public SalesDays(Retailer retailer, Books books, Clock clock) {
        ReturnMatching matching = new ReturnMatching();
        this.retailer = retailer;
        this.assignment = new Assignment(retailer.channels());
        this.books = books;
        this.afterSales = new AfterSales(retailer, books, matching, clock);
        this.returnsDesk = new ReturnsDesk(retailer, books, matching);
        this.clock = clock;
    }

    /**
     * Returns when all invoices are played and staff have dealt with every order.
     *
     * @param perSecond sales and returns per second over all channels
     * @throws InterruptedException when it was stopped in the middle; what was played until then is in the books
     */
    public void play(List<Invoice> invoices, double perSecond) throws InterruptedException {
        Pace pace = new Pace(perSecond, clock);
        Deque<Invoice> rest = new ArrayDeque<>(invoices);
        while (!rest.isEmpty() || !afterSales.isDone()) {
            afterSales.work();
            if (!rest.isEmpty() && pace.isNext()) {
                play(rest.remove());
            } else {
                pace.rest();
            }
        }
    }

    private void play(Invoice invoice) {
        if (invoice.kind() == Kind.RETURN) {
            returnsDesk.takeBack(invoice);
        } else {
            Sale sale = retailer.storefront(assignment.of(invoice)).sell(invoice);
            books.sold(sale);
            afterSales.accept(sale);
        }
    }
}
