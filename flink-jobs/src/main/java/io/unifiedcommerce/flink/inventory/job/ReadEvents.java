package io.unifiedcommerce.flink.inventory.job;

import io.unifiedcommerce.flink.inventory.core.Fact;
import io.unifiedcommerce.flink.inventory.core.LedgerConfig;
import io.unifiedcommerce.flink.inventory.core.OrderFact;
import io.unifiedcommerce.flink.inventory.core.SkuKey;
import io.unifiedcommerce.flink.inventory.event.BadEventException;
import io.unifiedcommerce.flink.inventory.event.Dropped;
import io.unifiedcommerce.flink.inventory.event.EventReader;
import io.unifiedcommerce.flink.inventory.event.Facts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Reads events. What concerns a SKU goes on; what concerns an order, a bundle or nobody leaves by the side. */
final class ReadEvents extends ProcessFunction<IncomingEvent, SkuFact> {

    static final OutputTag<OrderEvent> ORDERS = new OutputTag<>("orders", Form.ORDER_EVENT.typeInformation());
    static final OutputTag<SkuFact> RECIPES = new OutputTag<>("recipes", Form.SKU_FACT.typeInformation());
    static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", Form.DEAD_LETTER.typeInformation());

    private static final long serialVersionUID = 1L;

    private final LedgerConfig config;
    private transient EventReader reader;
    private transient Counter deadLetters;
    private transient Map<Dropped, Counter> dropped;

    ReadEvents(LedgerConfig config) {
        this.config = config;
    }

    @Override
    public void open(OpenContext openContext) {
        reader = new EventReader(config);
        MetricGroup metrics = getRuntimeContext().getMetricGroup().addGroup("inventory");
        deadLetters = metrics.counter("dead_letters");
        dropped = new EnumMap<>(Dropped.class);
        for (Dropped reason : Dropped.values()) {
            dropped.put(
                    reason,
                    metrics.addGroup("reason", reason.name().toLowerCase(Locale.ROOT))
                            .counter("dropped"));
        }
    }

    @Override
    public void processElement(IncomingEvent event, Context context, Collector<SkuFact> out) {
        Found found = new Found();
        try {
            reader.read(event.entity(), event.value(), found);
        } catch (BadEventException bad) {
            deadLetters.inc();
            context.output(DEAD_LETTERS, new DeadLetter(event, bad.getClass().getName(), bad.getMessage()));
            return;
        }
        found.reasons.forEach(reason -> dropped.get(reason).inc());
        found.orders.forEach(order -> context.output(ORDERS, order));
        for (SkuFact fact : found.facts) {
            out.collect(fact);
            if (fact.fact() instanceof Fact.KitDefined) {
                context.output(RECIPES, fact);
            }
        }
    }

    /** An event counts as a whole or not at all, so what it says is kept until it was read to the end. */
    private static final class Found implements Facts {

        private final List<SkuFact> facts = new ArrayList<>(1);
        private final List<OrderEvent> orders = new ArrayList<>(1);
        private final List<Dropped> reasons = new ArrayList<>(0);

        @Override
        public void about(SkuKey sku, Fact fact) {
            facts.add(new SkuFact(sku, fact));
        }

        @Override
        public void about(String tenant, String order, OrderFact fact) {
            orders.add(new OrderEvent(tenant, order, fact));
        }

        @Override
        public void dropped(Dropped reason) {
            reasons.add(reason);
        }
    }
}
