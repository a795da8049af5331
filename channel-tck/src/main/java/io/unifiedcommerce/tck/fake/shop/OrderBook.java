package io.unifiedcommerce.tck.fake.shop;

import io.unifiedcommerce.tck.fake.shop.Order.Cancellation;
import io.unifiedcommerce.tck.fake.shop.OrderResult.OutOfStock;
import io.unifiedcommerce.tck.fake.shop.OrderResult.Placed;
import io.unifiedcommerce.tck.fake.shop.ShopChange.Kind;
import io.unifiedcommerce.tck.fake.shop.ShopChange.OrderCancelled;
import io.unifiedcommerce.tck.fake.shop.ShopChange.OrderChanged;
import io.unifiedcommerce.tck.fake.shop.ShopChange.OrderFulfilled;
import io.unifiedcommerce.tck.fake.shop.ShopChange.OrderPaid;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Orders and what happens to them. Placing takes the units from sale at once; shipping takes them out of the
 * location; cancelling and refunding put them back when asked to.
 */
public final class OrderBook {
    private static final long FIRST_NUMBER = 1000;

    private final AtomicLong ids = new AtomicLong(7_300_000);
    private final AtomicLong partIds = new AtomicLong(9_000_000);
    private final AtomicLong numbers = new AtomicLong(FIRST_NUMBER);
    private final Journal journal;
    private final Catalogue catalogue;
    private final StockRoom stock;
    private final Records<Order> records;
    private final RefundDesk refunds;

    OrderBook(Journal journal, Catalogue catalogue, StockRoom stock, Records<Order> records) {
        this.journal = journal;
        this.catalogue = catalogue;
        this.stock = stock;
        this.records = records;
        refunds = new RefundDesk(journal, stock, records, partIds);
    }

    /** @throws IllegalArgumentException when a SKU names no or several variants or is not stocked at the location */
    public OrderResult place(OrderDraft draft) {
        return journal.write(() -> {
            Map<Variant, Integer> wanted = new LinkedHashMap<>();
            draft.lines().forEach(line -> wanted.merge(catalogue.onlyBySku(line.sku()), line.quantity(), Integer::sum));
            Optional<OutOfStock> shortage = shortage(wanted, draft.locationId());
            return shortage.isPresent() ? shortage.get() : new Placed(commit(draft, wanted));
        });
    }

    /** Ships everything that is still open. */
    public Order fulfil(long orderId, Fulfilment.Tracking tracking) {
        return journal.write(() -> {
            Map<Long, Integer> open = new LinkedHashMap<>();
            get(orderId).lines().forEach(line -> open.put(line.id(), line.open()));
            open.values().removeIf(units -> units == 0);
            return fulfil(orderId, open, tracking);
        });
    }

    /** @throws IllegalArgumentException when a line has fewer open units than given, or nothing is given */
    public Order fulfil(long orderId, Map<Long, Integer> unitsByLine, Fulfilment.Tracking tracking) {
        return journal.write(() -> {
            Order order = get(orderId);
            require(!unitsByLine.isEmpty(), "order " + orderId + " has nothing to fulfil");
            List<OrderLine> lines = new ArrayList<>();
            for (OrderLine line : order.lines()) {
                int units = unitsByLine.getOrDefault(line.id(), 0);
                require(units <= line.open(), "line " + line.id() + " has " + line.open() + " open units");
                lines.add(line.fulfilling(units));
                if (units > 0) {
                    stock.sell(line.variant().itemId(), order.placed().locationId(), 0, -units);
                }
            }
            List<Fulfilment> all = new ArrayList<>(order.fulfilments());
            Fulfilment fulfilment =
                    new Fulfilment(partIds.incrementAndGet(), all.size() + 1, journal.now(), tracking, unitsByLine);
            all.add(fulfilment);
            Order changed = order.with(lines, order.payments(), journal.now()).fulfilledBy(all);
            records.put(changed);
            journal.publish(new OrderFulfilled(changed, fulfilment));
            journal.publish(new OrderChanged(Kind.UPDATED, changed));
            return changed;
        });
    }

    /** Gives up whatever is not yet shipped and pays it back. */
    public Order cancel(long orderId, Cancellation.Reason reason, boolean restock) {
        return journal.write(() -> {
            Order order = get(orderId);
            require(!order.cancelled(), "order " + orderId + " is already cancelled");
            Map<Long, Integer> open = new LinkedHashMap<>();
            order.lines().forEach(line -> open.put(line.id(), line.open()));
            open.values().removeIf(units -> units == 0);
            Order paidBack = open.isEmpty() ? order : refunds.pay(order, open, restock, "cancelled");
            Order changed = paidBack.with(paidBack.lines(), paidBack.payments(), journal.now())
                    .cancelledBy(new Cancellation(journal.now(), reason));
            records.put(changed);
            journal.publish(new OrderCancelled(changed));
            journal.publish(new OrderChanged(Kind.UPDATED, changed));
            return changed;
        });
    }

    /**
     * Pays units back, not yet shipped ones first.
     *
     * @throws IllegalArgumentException when a line has fewer units left than given
     */
    public Order refund(long orderId, Map<Long, Integer> unitsByLine, boolean restock, String note) {
        return journal.write(() -> {
            Order changed = refunds.pay(get(orderId), unitsByLine, restock, note);
            journal.publish(new OrderChanged(Kind.UPDATED, changed));
            return changed;
        });
    }

    /** Units by line id for units by SKU, as {@link #refund} and {@link #fulfil} want them. */
    public Map<Long, Integer> lines(long orderId, Map<String, Integer> unitsBySku) {
        Map<Long, Integer> units = new LinkedHashMap<>();
        get(orderId).lines().forEach(line -> {
            Integer wanted = unitsBySku.get(line.variant().sku());
            if (wanted != null) {
                units.put(line.id(), wanted);
            }
        });
        return units;
    }

    /** Notes a change of an order that only the platform knows of, so that it counts as updated. */
    public Order touch(long orderId) {
        return journal.write(() -> {
            Order order = get(orderId);
            Order changed = order.with(order.lines(), order.payments(), journal.now());
            records.put(changed);
            journal.publish(new OrderChanged(Kind.UPDATED, changed));
            return changed;
        });
    }

    /** Removes an order as if it had never been; stock stays. False when there was none. */
    public boolean delete(long orderId) {
        return journal.write(() -> {
            Optional<Order> order = records.find(orderId);
            order.ifPresent(gone -> {
                records.remove(orderId);
                journal.publish(new OrderChanged(Kind.DELETED, gone));
            });
            return order.isPresent();
        });
    }

    /** @throws IllegalArgumentException when there is no such order */
    public Order get(long orderId) {
        return records.find(orderId).orElseThrow(() -> new IllegalArgumentException("no order " + orderId));
    }

    public Records<Order> records() {
        return records;
    }

    private Optional<OutOfStock> shortage(Map<Variant, Integer> wanted, long locationId) {
        for (Map.Entry<Variant, Integer> entry : wanted.entrySet()) {
            Variant variant = entry.getKey();
            Level level = stock.level(variant.itemId(), locationId)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "sku " + variant.sku() + " is not stocked at location " + locationId));
            if (!variant.oversell() && level.available() < entry.getValue()) {
                return Optional.of(new OutOfStock(variant.sku(), locationId, level.available(), entry.getValue()));
            }
        }
        return Optional.empty();
    }

    private Order commit(OrderDraft draft, Map<Variant, Integer> wanted) {
        Instant now = journal.now();
        List<OrderLine> lines = new ArrayList<>();
        for (OrderDraft.Line line : draft.lines()) {
            Variant variant = catalogue.onlyBySku(line.sku());
            lines.add(new OrderLine(
                    partIds.incrementAndGet(), variant, variant.title(), line.quantity(), line.unitPrice(), 0, 0, 0));
        }
        Instant placedAt = draft.placedAt() == null ? now : draft.placedAt().truncatedTo(ChronoUnit.SECONDS);
        Order unpaid = new Order(
                ids.incrementAndGet(),
                numbers.incrementAndGet(),
                draft,
                placedAt,
                now,
                now,
                null,
                lines,
                List.of(),
                List.of(),
                List.of());
        Payment sale = new Payment(partIds.incrementAndGet(), Payment.Kind.SALE, unpaid.total(), 0, now);
        Order order = draft.paid() ? unpaid.with(lines, List.of(sale), now) : unpaid;
        records.put(order);
        journal.publish(new OrderChanged(Kind.CREATED, order));
        order.payments().forEach(payment -> journal.publish(new OrderPaid(order, payment)));
        wanted.forEach((variant, units) -> stock.sell(variant.itemId(), draft.locationId(), -units, units));
        return order;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
