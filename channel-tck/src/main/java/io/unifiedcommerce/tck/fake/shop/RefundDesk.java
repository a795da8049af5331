package io.unifiedcommerce.tck.fake.shop;

import io.unifiedcommerce.tck.fake.shop.ShopChange.OrderPaid;
import io.unifiedcommerce.tck.fake.shop.ShopChange.OrderRefunded;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Pays units of an order back and puts them back into stock. Works under the lock of the shop. */
final class RefundDesk {
    private final Journal journal;
    private final StockRoom stock;
    private final Records<Order> records;
    private final AtomicLong ids;

    RefundDesk(Journal journal, StockRoom stock, Records<Order> records, AtomicLong ids) {
        this.journal = journal;
        this.stock = stock;
        this.records = records;
        this.ids = ids;
    }

    Order pay(Order order, Map<Long, Integer> unitsByLine, boolean restock, String note) {
        if (unitsByLine.isEmpty()) {
            throw new IllegalArgumentException("order " + order.id() + " has nothing to refund");
        }
        List<OrderLine> lines = new ArrayList<>();
        List<Refund.Line> refunded = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            lines.add(refund(order, line, unitsByLine.getOrDefault(line.id(), 0), restock, refunded));
        }
        BigDecimal amount = refunded.stream().map(Refund.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Payment> payments = new ArrayList<>(order.payments());
        long sale = payments.isEmpty() ? 0 : payments.get(0).id();
        if (sale != 0) {
            payments.add(new Payment(ids.incrementAndGet(), Payment.Kind.REFUND, amount, sale, journal.now()));
        }
        Payment last = sale == 0 ? null : payments.get(payments.size() - 1);
        Refund refund =
                new Refund(ids.incrementAndGet(), journal.now(), note, amount, last == null ? 0 : last.id(), refunded);
        List<Refund> refunds = new ArrayList<>(order.refunds());
        refunds.add(refund);
        Order changed = order.with(lines, payments, journal.now()).refundedBy(refunds);
        records.put(changed);
        journal.publish(new OrderRefunded(changed, refund));
        if (last != null) {
            journal.publish(new OrderPaid(changed, last));
        }
        return changed;
    }

    private OrderLine refund(Order order, OrderLine line, int units, boolean restock, List<Refund.Line> refunded) {
        if (units > line.current()) {
            throw new IllegalArgumentException("line " + line.id() + " has " + line.current() + " units left");
        }
        int removed = Math.min(units, line.open());
        int returned = units - removed;
        if (removed > 0) {
            refunded.add(part(line, removed, true, restock));
        }
        if (returned > 0) {
            refunded.add(part(line, returned, false, restock));
        }
        if (units > 0) {
            stock.sell(line.variant().itemId(), order.placed().locationId(), restock ? units : 0, -removed);
        }
        return line.refunding(returned, removed);
    }

    private Refund.Line part(OrderLine line, int units, boolean cancelled, boolean restock) {
        BigDecimal amount = line.unitPrice().multiply(BigDecimal.valueOf(units));
        return new Refund.Line(ids.incrementAndGet(), line.id(), units, cancelled, restock, amount);
    }
}
