package io.unifiedcommerce.flink.inventory.job;

import io.unifiedcommerce.flink.inventory.core.Fact;
import io.unifiedcommerce.flink.inventory.core.LedgerConfig;
import io.unifiedcommerce.flink.inventory.core.OrderBook;
import io.unifiedcommerce.flink.inventory.core.OrderState;
import io.unifiedcommerce.flink.inventory.core.SkuKey;
import io.unifiedcommerce.model.Keys;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/** Keeps the book of each order, and every bundle of the catalogue to take sold bundles apart. Keyed by order. */
final class KeepOrders extends KeyedBroadcastProcessFunction<String, OrderEvent, SkuFact, SkuFact> {

    /** By tenant and SKU. */
    static final MapStateDescriptor<String, Recipes> CATALOGUE =
            new MapStateDescriptor<>("catalogue", Types.STRING, Form.RECIPES.typeInformation());

    private static final long serialVersionUID = 1L;

    private static final ValueStateDescriptor<OrderState> ORDER =
            new ValueStateDescriptor<>("order", Form.ORDER.typeInformation());

    private final LedgerConfig config;
    private transient ValueState<OrderState> orders;

    KeepOrders(LedgerConfig config) {
        this.config = config;
    }

    @Override
    public void open(OpenContext openContext) {
        orders = getRuntimeContext().getState(ORDER);
    }

    @Override
    public void processElement(OrderEvent event, ReadOnlyContext context, Collector<SkuFact> out) throws Exception {
        long now = context.timerService().currentProcessingTime();
        OrderState order = orders.value();
        if (order == null) {
            order = new OrderState();
            context.timerService()
                    .registerProcessingTimeTimer(now + config.timing().retention());
        }
        ReadOnlyBroadcastState<String, Recipes> catalogue = context.getBroadcastState(CATALOGUE);
        OrderBook book = new OrderBook(order, sku -> parts(catalogue, event.tenant(), sku));
        book.take(event.fact(), now, to(event.tenant(), out));
        orders.update(order);
    }

    /** A bundle that was not known may have been sold as a plain SKU before: this looks through all orders once. */
    @Override
    public void processBroadcastElement(SkuFact recipe, Context context, Collector<SkuFact> out) throws Exception {
        String tenant = recipe.sku().tenant();
        String sku = recipe.sku().sku();
        String key = Keys.of(tenant, sku);
        Recipes known = context.getBroadcastState(CATALOGUE).get(key);
        Recipes before = known == null ? Recipes.none() : known;
        Recipes after = before.with((Fact.KitDefined) recipe.fact());
        if (after.parts().isEmpty() && known == null) {
            return;
        }
        context.getBroadcastState(CATALOGUE).put(key, after);
        if (before.parts().isEmpty() && !after.parts().isEmpty()) {
            long now = context.currentProcessingTime();
            String prefix = Keys.of(tenant, "");
            context.applyToKeyedState(ORDER, (orderKey, state) -> {
                OrderState order = state.value();
                if (orderKey.startsWith(prefix) && order != null) {
                    new OrderBook(order, any -> List.of()).define(sku, after.parts(), now, to(tenant, out));
                    state.update(order);
                }
            });
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<SkuFact> out) throws Exception {
        OrderState order = orders.value();
        long retention = config.timing().retention();
        if (order == null || new OrderBook(order, sku -> List.of()).isOver(timestamp, retention)) {
            orders.clear();
        } else {
            context.timerService().registerProcessingTimeTimer(timestamp + retention);
        }
    }

    private static List<Fact.Part> parts(ReadOnlyBroadcastState<String, Recipes> catalogue, String tenant, String sku) {
        try {
            Recipes recipes = catalogue.get(Keys.of(tenant, sku));
            return recipes == null ? List.of() : recipes.parts();
        } catch (Exception failure) {
            throw new StateAccessException("catalogue", failure);
        }
    }

    private static BiConsumer<String, Fact> to(String tenant, Collector<SkuFact> out) {
        return (sku, fact) -> out.collect(new SkuFact(new SkuKey(tenant, sku), fact));
    }
}
