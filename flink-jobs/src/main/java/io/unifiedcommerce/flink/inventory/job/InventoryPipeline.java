package io.unifiedcommerce.flink.inventory.job;

import io.unifiedcommerce.flink.inventory.core.LedgerConfig;
import io.unifiedcommerce.model.Entity;
import java.util.Map;
import java.util.TreeMap;
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
    private final Sink<OutgoingEvent> events;
    private final Sink<DeadLetter> deadLetters;

    /**
     * @param sources by what they deliver; at least one
     * @param events takes commands, positions, adjustments and alerts
     * @param deadLetters takes what could not be read
     */
    public InventoryPipeline(
            LedgerConfig config,
            Map<Entity, ? extends Source<IncomingEvent, ?, ?>> sources,
            Sink<OutgoingEvent> events,
            Sink<DeadLetter> deadLetters) {
        this.config = config;
        this.sources = new TreeMap<>(sources);
        this.events = events;
        this.deadLetters = deadLetters;
    }

    /** Adds the pipeline to {@code env}; does not start it. */
    public void addTo(StreamExecutionEnvironment env) {
        env.setMaxParallelism(MAX_PARALLELISM);
        DataStream<IncomingEvent> incoming = incoming(env);
        SingleOutputStreamOperator<SkuFact> read = incoming.process(
                        new ReadEvents(config), Form.SKU_FACT.typeInformation())
                .uid("read-events")
                .name("read events");
        read.getSideOutput(ReadEvents.DEAD_LETTERS)
                .sinkTo(deadLetters)
                .uid("dead-letters")
                .name("dead letters");
        SingleOutputStreamOperator<OutgoingEvent> ledger = read.union(orderFacts(read))
                .keyBy(KeepLedger::key, Types.STRING)
                .process(KeepLedger.ofCountedStock(config), Form.OUTGOING.typeInformation())
                .uid("ledger")
                .name("ledger");
        SingleOutputStreamOperator<OutgoingEvent> bundles = ledger.getSideOutput(KeepLedger.FEEDS)
                .keyBy(KeepLedger::key, Types.STRING)
                .process(KeepLedger.ofBundles(config), Form.OUTGOING.typeInformation())
                .uid("bundle-ledger")
                .name("ledger of bundles");
        SingleOutputStreamOperator<OutgoingEvent> catalogue = incoming.filter(WatchCatalogue::concerns)
                .uid("items")
                .name("items")
                .keyBy(WatchCatalogue::channel, Types.STRING)
                .process(new WatchCatalogue(config), Form.OUTGOING.typeInformation())
                .uid("catalogue")
                .name("catalogue");
        ledger.union(bundles, catalogue).sinkTo(events).uid("events").name("events");
    }

    private DataStream<IncomingEvent> incoming(StreamExecutionEnvironment env) {
        return sources.entrySet().stream()
                .<DataStream<IncomingEvent>>map(source -> env.fromSource(
                                source.getValue(),
                                WatermarkStrategy.noWatermarks(),
                                source.getKey().entityName(),
                                Form.INCOMING.typeInformation())
                        .uid("source-" + source.getKey().entityName()))
                .reduce(DataStream::union)
                .orElseThrow(() -> new IllegalArgumentException("The inventory ledger needs at least one source"));
    }

    private DataStream<SkuFact> orderFacts(SingleOutputStreamOperator<SkuFact> read) {
        BroadcastStream<SkuFact> recipes =
                read.getSideOutput(ReadEvents.RECIPES).broadcast(KeepOrders.CATALOGUE);
        return read.getSideOutput(ReadEvents.ORDERS)
                .keyBy(OrderEvent::order, Types.STRING)
                .connect(recipes)
                .process(new KeepOrders(config), Form.SKU_FACT.typeInformation())
                .uid("orders")
                .name("order books");
    }
}
