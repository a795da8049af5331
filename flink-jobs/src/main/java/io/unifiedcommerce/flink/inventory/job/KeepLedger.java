package io.unifiedcommerce.flink.inventory.job;

import io.unifiedcommerce.flink.inventory.core.Decision;
import io.unifiedcommerce.flink.inventory.core.FactStore;
import io.unifiedcommerce.flink.inventory.core.KitLedger;
import io.unifiedcommerce.flink.inventory.core.Ledger;
import io.unifiedcommerce.flink.inventory.core.LedgerConfig;
import io.unifiedcommerce.flink.inventory.core.LedgerState;
import io.unifiedcommerce.flink.inventory.core.Line;
import io.unifiedcommerce.flink.inventory.core.Movement;
import io.unifiedcommerce.flink.inventory.core.Reservation;
import io.unifiedcommerce.flink.inventory.core.Sheet;
import io.unifiedcommerce.flink.inventory.core.SkuKey;
import io.unifiedcommerce.flink.inventory.core.SkuLedger;
import io.unifiedcommerce.flink.inventory.event.EventWriter;
import io.unifiedcommerce.model.Keys;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Keeps the ledger of each SKU. Keyed by {@link #key}. */
final class KeepLedger extends KeyedProcessFunction<String, SkuFact, OutgoingEvent> {

    /** Facts for the ledgers of bundles. */
    static final OutputTag<SkuFact> FEEDS = new OutputTag<>("feeds", Form.SKU_FACT.typeInformation());

    private static final long serialVersionUID = 1L;

    private static final ValueStateDescriptor<Sheet> SHEET =
            new ValueStateDescriptor<>("sheet", Form.SHEET.typeInformation());

    private final LedgerConfig config;
    private final boolean isOfBundles;
    private transient ValueState<Sheet> sheets;
    private transient FactStore<Line> lines;
    private transient FactStore<Line> settledLines;
    private transient FactStore<Movement> movements;
    private transient FactStore<Reservation> reservations;
    private transient EventWriter writer;
    private transient Counter facts;
    private transient Counter pushes;
    private transient Counter drift;
    private transient Counter oversold;

    private KeepLedger(LedgerConfig config, boolean isOfBundles) {
        this.config = config;
        this.isOfBundles = isOfBundles;
    }

    static KeepLedger ofCountedStock(LedgerConfig config) {
        return new KeepLedger(config, false);
    }

    static KeepLedger ofBundles(LedgerConfig config) {
        return new KeepLedger(config, true);
    }

    static String key(SkuFact fact) {
        return Keys.of(fact.sku().tenant(), fact.sku().sku());
    }

    @Override
    public void open(OpenContext openContext) {
        sheets = getRuntimeContext().getState(SHEET);
        lines = store("lines", Form.LINE);
        settledLines = store("settled-lines", Form.LINE);
        movements = store("movements", Form.MOVEMENT);
        reservations = store("reservations", Form.RESERVATION);
        writer = new EventWriter(config.hub());
        MetricGroup metrics = getRuntimeContext().getMetricGroup().addGroup("inventory");
        facts = metrics.counter("facts");
        pushes = metrics.counter("pushes");
        drift = metrics.counter("drift");
        oversold = metrics.counter("oversold");
    }

    @Override
    public void processElement(SkuFact fact, Context context, Collector<OutgoingEvent> out) throws Exception {
        facts.inc();
        Sheet sheet = sheets.value();
        if (sheet == null) {
            sheet = new Sheet();
        }
        ledger(fact.sku(), sheet)
                .apply(
                        fact.fact(),
                        context.timerService().currentProcessingTime(),
                        carryOut(fact.sku(), context.timerService(), context, out));
        sheets.update(sheet);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<OutgoingEvent> out) throws Exception {
        Sheet sheet = sheets.value();
        if (sheet == null) {
            return;
        }
        List<String> key = Keys.split(context.getCurrentKey());
        SkuKey sku = new SkuKey(key.get(0), key.get(1));
        // Not before the time the ledger asked for, even if the clock went back after a restart.
        long now = Math.max(timestamp, context.timerService().currentProcessingTime());
        ledger(sku, sheet).wake(now, carryOut(sku, context.timerService(), context, out));
        sheets.update(sheet);
    }

    private Ledger ledger(SkuKey sku, Sheet sheet) {
        LedgerState state = new LedgerState(sheet, lines, settledLines, movements, reservations);
        return isOfBundles ? new KitLedger(config, sku, state) : new SkuLedger(config, sku, state);
    }

    /** Of the current key, whichever that is. */
    private <V> FactStore<V> store(String name, Form<V> form) {
        return new MapStateStore<>(
                name,
                getRuntimeContext().getMapState(new MapStateDescriptor<>(name, Types.STRING, form.typeInformation())));
    }

    private Consumer<Decision> carryOut(
            SkuKey sku, TimerService timers, Context context, Collector<OutgoingEvent> out) {
        return decision -> {
            count(decision);
            if (decision instanceof Decision.SetTimer timer) {
                timers.registerProcessingTimeTimer(timer.at());
            } else if (decision instanceof Decision.Feed feed) {
                context.output(FEEDS, new SkuFact(new SkuKey(sku.tenant(), feed.kit()), feed.fact()));
            } else {
                out.collect(OutgoingEvent.of(writer.write(sku, decision)));
            }
        };
    }

    private void count(Decision decision) {
        if (decision instanceof Decision.Push) {
            pushes.inc();
        } else if (decision instanceof Decision.Drifted drifted) {
            drift.inc(Math.abs(drifted.units()));
        } else if (decision instanceof Decision.Oversold) {
            oversold.inc();
        }
    }
}
