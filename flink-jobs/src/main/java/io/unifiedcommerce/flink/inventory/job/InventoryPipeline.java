package io.unifiedcommerce.flink.inventory.job;

import io.unifiedcommerce.flink.inventory.core.LedgerConfig;
import io.unifiedcommerce.model.Entity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The inventory ledger between its sources and sinks: events are read into facts, orders are turned into facts about SKUs,
 * each SKU's ledger decides, and so do those of bundles, which follow from their parts. Beside them, each channel's catalogue
 * is watched for SKUs that are there twice.
 *
 * <p>Every operator has a uid, which never changes: state is found by it after an upgrade.
 */
public final class InventoryPipeline {

    /** Largest parallelism there can ever be; state is cut into so many pieces, so it is fixed for good. */
    public static final int MAX_PARALLELISM = 720;

    private final LedgerConfig config;
    private final Map<Entity, Source<IncomingEvent, ?, ?>> sources;
    private final Function<String, Sink<OutgoingEvent>> events;
    private final Sink<DeadLetter> deadLetters;

    /**
     * @param sources by what they deliver; at least one
     * @param events makes a sink by its name, which takes commands, positions, adjustments and alerts
     * @param deadLetters takes what could not be read
     */
    public InventoryPipeline(
            LedgerConfig config,
            Map<Entity, ? extends Source<IncomingEvent, ?, ?>> sources,
            Function<String, Sink<OutgoingEvent>> events,
            Sink<DeadLetter> deadLetters) {
        this.config = config;
        this.sources = new TreeMap<>(sources);
        this.events = events;
        this.deadLetters = deadLetters;
    }

    /** Adds the pipeline to {@code env}; does not start it. */
    public void addTo(StreamExecutionEnvironment env) {
        env.setMaxParallelism(MAX_PARALLELISM);
        Map<Entity, DataStream<IncomingEvent>> incoming = incoming(env);
        List<SingleOutputStreamOperator<SkuFact>> read = incoming.entrySet().stream()
                .map(source -> read(source.getKey(), source.getValue()))
                .toList();
        all(read, each -> each.getSideOutput(ReadEvents.DEAD_LETTERS))
                .sinkTo(deadLetters)
                .uid("dead-letters")
                .name("dead letters");
        SingleOutputStreamOperator<OutgoingEvent> ledger = all(read, each -> each)
                .union(orderFacts(read))
                .keyBy(KeepLedger::key, Types.STRING)
                .process(KeepLedger.ofCountedStock(config), Form.OUTGOING.typeInformation())
                .uid("ledger")
                .name("ledger");
        SingleOutputStreamOperator<OutgoingEvent> bundles = ledger.getSideOutput(KeepLedger.FEEDS)
                .keyBy(KeepLedger::key, Types.STRING)
                .process(KeepLedger.ofBundles(config), Form.OUTGOING.typeInformation())
                .uid("bundle-ledger")
                .name("ledger of bundles");
        // A sink of its own, beside the ledger in its thread: nearly all events are the ledger's.
        ledger.sinkTo(events.apply("events")).uid("events").name("events");
        DataStream<OutgoingEvent> others =
                incoming.containsKey(Entity.VARIANT) ? bundles.union(catalogue(incoming.get(Entity.VARIANT))) : bundles;
        others.sinkTo(events.apply("other-events")).uid("other-events").name("other events");
    }

    private Map<Entity, DataStream<IncomingEvent>> incoming(StreamExecutionEnvironment env) {
        Map<Entity, DataStream<IncomingEvent>> incoming = new TreeMap<>();
        sources.forEach((entity, source) -> incoming.put(
                entity,
                env.fromSource(
                                source,
                                WatermarkStrategy.noWatermarks(),
                                entity.entityName(),
                                Form.INCOMING.typeInformation())
                        .uid("source-" + entity.entityName())));
        return incoming;
    }

    /** Reads beside the source, in its thread: an event that nobody has read yet never travels. */
    private SingleOutputStreamOperator<SkuFact> read(Entity entity, DataStream<IncomingEvent> events) {
        return events.process(new ReadEvents(config), Form.SKU_FACT.typeInformation())
                .uid("read-" + entity.entityName())
                .name("read " + entity.entityName());
    }

    private static <T> DataStream<T> all(
            List<SingleOutputStreamOperator<SkuFact>> read,
            Function<SingleOutputStreamOperator<SkuFact>, DataStream<T>> part) {
        return read.stream()
                .map(part)
                .reduce(DataStream::union)
                .orElseThrow(() -> new IllegalArgumentException("The inventory ledger needs at least one source"));
    }

    private DataStream<SkuFact> orderFacts(List<SingleOutputStreamOperator<SkuFact>> read) {
        BroadcastStream<SkuFact> recipes =
                all(read, each -> each.getSideOutput(ReadEvents.RECIPES)).broadcast(KeepOrders.CATALOGUE);
        return all(read, each -> each.getSideOutput(ReadEvents.ORDERS))
                .keyBy(OrderEvent::order, Types.STRING)
                .connect(recipes)
                .process(new KeepOrders(config), Form.SKU_FACT.typeInformation())
                .uid("orders")
                .name("order books");
    }

    private DataStream<OutgoingEvent> catalogue(DataStream<IncomingEvent> variants) {
        return variants.filter(WatchCatalogue::concerns)
                .uid("items")
                .name("items")
                .keyBy(WatchCatalogue::channel, Types.STRING)
                .process(new WatchCatalogue(config), Form.OUTGOING.typeInformation())
                .uid("catalogue")
                .name("catalogue");
    }
}
