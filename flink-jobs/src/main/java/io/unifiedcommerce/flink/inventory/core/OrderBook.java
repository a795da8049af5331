package io.unifiedcommerce.flink.inventory.core;

import io.unifiedcommerce.flink.inventory.core.OrderState.BookLine;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Turns what happens to one order into facts about SKUs. Fulfilments and refunds name lines, not always SKUs, and may come
 * before their order; a line may vanish from an order or become another SKU; a bundle is sold as one line but takes its
 * parts out of stock. All of it is settled here, where the whole order is known, so that a SKU's ledger is only ever told
 * the newest state of a line.
 */
public final class OrderBook {

    private final OrderState state;
    private final Function<String, List<Fact.Part>> recipes;

    /** @param recipes parts of a bundle by its SKU; empty for any other SKU */
    public OrderBook(OrderState state, Function<String, List<Fact.Part>> recipes) {
        this.state = state;
        this.recipes = recipes;
    }

    /**
     * Takes a fact.
     *
     * @param now the book's own clock, in milliseconds since 1970; never goes back
     * @param out takes each fact that follows, with its SKU
     */
    public void take(OrderFact fact, long now, BiConsumer<String, Fact> out) {
        Map<OrderLines.Place, Fact> before = OrderLines.of(state);
        if (fact instanceof OrderFact.OrderTaken order) {
            take(order);
        } else if (fact instanceof OrderFact.GoodsSent sent) {
            state.sent.merge(sent.id(), sent, OrderBook::newer);
        } else if (fact instanceof OrderFact.GoodsRefunded refund) {
            state.refunded.merge(refund.id(), refund, OrderBook::newer);
        }
        tell(before, now, out);
    }

    /** A bundle became known: lines of it that were taken for a plain SKU are taken apart now. */
    public void define(String kit, List<Fact.Part> parts, long now, BiConsumer<String, Fact> out) {
        Map<OrderLines.Place, Fact> before = OrderLines.of(state);
        state.lines.replaceAll(
                (key, line) -> line.sku().equals(kit) && line.parts().isEmpty() ? line.withParts(parts) : line);
        tell(before, now, out);
    }

    /** True when nothing happened to the order for {@code retention} milliseconds and nothing of it is to be delivered. */
    public boolean isOver(long now, long retention) {
        return state.touchedAt < now - retention
                && OrderLines.of(state).values().stream()
                        .noneMatch(fact -> fact instanceof Fact.LineChanged change
                                && change.line().open() > 0);
    }

    /** An older version adds what it knows of the past; which lines there are is for the newest one to say. */
    private void take(OrderFact.OrderTaken order) {
        boolean isNewest = order.version().compareTo(state.version) > 0;
        Set<String> present = new HashSet<>();
        for (OrderFact.Ordered ordered : order.lines()) {
            present.add(ordered.key());
            BookLine known = state.lines.get(ordered.key());
            BookLine told = BookLine.of(order, ordered, parts(ordered, known));
            if (known == null) {
                state.lines.put(ordered.key(), isNewest ? told : told.removed(order.updatedAt()));
            } else {
                state.lines.put(ordered.key(), isNewest ? told.knowing(known) : known.knowing(told));
            }
        }
        if (isNewest) {
            state.channel = order.channel();
            state.version = order.version();
            state.lines.replaceAll(
                    (key, line) -> present.contains(key) || !line.isPresent() ? line : line.removed(order.updatedAt()));
        }
    }

    private List<Fact.Part> parts(OrderFact.Ordered ordered, BookLine known) {
        if (known != null && known.sku().equals(ordered.sku()) && !known.parts().isEmpty()) {
            return known.parts();
        }
        if (ordered.isExploded()) {
            return List.of();
        }
        return ordered.parts().isEmpty() ? recipes.apply(ordered.sku()) : ordered.parts();
    }

    private void tell(Map<OrderLines.Place, Fact> before, long now, BiConsumer<String, Fact> out) {
        state.touchedAt = now;
        long revision = Math.max(state.revision + 1, now);
        boolean changed = false;
        Map<OrderLines.Place, Fact> after = OrderLines.of(state);
        for (Map.Entry<OrderLines.Place, Fact> entry : after.entrySet()) {
            if (!Objects.equals(entry.getValue(), before.get(entry.getKey()))) {
                out.accept(entry.getKey().sku(), OrderLines.revised(entry.getValue(), revision));
                changed = true;
            }
        }
        for (Map.Entry<OrderLines.Place, Fact> entry : before.entrySet()) {
            if (!after.containsKey(entry.getKey())) {
                out.accept(entry.getKey().sku(), OrderLines.withdrawn(entry.getValue(), revision));
                changed = true;
            }
        }
        if (changed) {
            state.revision = revision;
        }
    }

    private static <F extends OrderFact> F newer(F known, F fact) {
        return fact.version().compareTo(known.version()) > 0 ? fact : known;
    }
}
