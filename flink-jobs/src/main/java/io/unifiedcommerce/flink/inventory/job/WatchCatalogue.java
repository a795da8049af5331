package io.unifiedcommerce.flink.inventory.job;

import io.unifiedcommerce.flink.inventory.core.LedgerConfig;
import io.unifiedcommerce.flink.inventory.core.SkuKey;
import io.unifiedcommerce.flink.inventory.event.EventWriter;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.JsonForm;
import io.unifiedcommerce.model.Keys;
import io.unifiedcommerce.model.ModelException;
import io.unifiedcommerce.model.Variant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Finds SKUs by which several items of one channel go. Keyed by {@link #channel}. */
final class WatchCatalogue extends KeyedProcessFunction<String, IncomingEvent, OutgoingEvent> {

    private static final long serialVersionUID = 1L;

    /** Tenant, channel instance and variant. */
    private static final int KEY_PARTS = 3;

    private final LedgerConfig config;
    private transient MapStateStore<String> items;
    private transient MapStateStore<String> claims;
    private transient EventWriter writer;
    private transient Counter ambiguous;

    WatchCatalogue(LedgerConfig config) {
        this.config = config;
    }

    /** Whether it is about an item, and says which: without its key nobody could tell when the item is gone. */
    static boolean concerns(IncomingEvent event) {
        return event.entity() == Entity.VARIANT
                && event.key() != null
                && key(event).size() == KEY_PARTS;
    }

    static String channel(IncomingEvent event) {
        List<String> key = key(event);
        return Keys.of(key.get(0), key.get(1));
    }

    private static List<String> key(IncomingEvent event) {
        return Keys.split(new String(event.key(), StandardCharsets.UTF_8));
    }

    @Override
    public void open(OpenContext openContext) {
        items = store("items");
        claims = store("claims");
        writer = new EventWriter(config.hub());
        ambiguous = getRuntimeContext().getMetricGroup().addGroup("inventory").counter("ambiguous");
    }

    @Override
    public void processElement(IncomingEvent event, Context context, Collector<OutgoingEvent> out) {
        List<String> key = key(event);
        String tenant = key.get(0);
        String item = key.get(2);
        Catalogue catalogue = new Catalogue(key.get(1), items, claims);
        if (event.value() == null) {
            catalogue.forget(item);
            return;
        }
        Variant variant;
        try {
            variant = JsonForm.read(event.value(), Variant.class);
        } catch (ModelException unreadable) {
            // Whoever reads the events for the ledger has made it a dead letter.
            return;
        }
        boolean gone = variant.getEnvelope().getOp().equals("DELETE") || variant.getSku() == null;
        catalogue.take(
                item,
                variant.getEnvelope().getSourceVersion(),
                gone ? "" : variant.getSku().strip(),
                context.timerService().currentProcessingTime(),
                (sku, decision) -> {
                    ambiguous.inc();
                    out.collect(OutgoingEvent.of(writer.write(new SkuKey(tenant, sku), decision)));
                });
    }

    private MapStateStore<String> store(String name) {
        return new MapStateStore<>(
                name, getRuntimeContext().getMapState(new MapStateDescriptor<>(name, Types.STRING, Types.STRING)));
    }
}
