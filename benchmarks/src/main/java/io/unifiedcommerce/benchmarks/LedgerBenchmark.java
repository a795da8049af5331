package io.unifiedcommerce.benchmarks;

import io.unifiedcommerce.flink.inventory.config.LedgerConfigReader;
import io.unifiedcommerce.flink.inventory.core.Decision;
import io.unifiedcommerce.flink.inventory.core.Fact;
import io.unifiedcommerce.flink.inventory.core.LedgerConfig;
import io.unifiedcommerce.flink.inventory.core.LedgerState;
import io.unifiedcommerce.flink.inventory.core.OrderBook;
import io.unifiedcommerce.flink.inventory.core.OrderFact;
import io.unifiedcommerce.flink.inventory.core.OrderState;
import io.unifiedcommerce.flink.inventory.core.SkuKey;
import io.unifiedcommerce.flink.inventory.core.SkuLedger;
import io.unifiedcommerce.flink.inventory.event.Dropped;
import io.unifiedcommerce.flink.inventory.event.EventReader;
import io.unifiedcommerce.flink.inventory.event.EventWriter;
import io.unifiedcommerce.flink.inventory.event.Facts;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.InventoryTarget;
import io.unifiedcommerce.model.JsonForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The ledger from the bytes in Kafka to the bytes in Kafka, without Flink and Kafka, on one core: an order of two lines and
 * the shop's answers to the two commands that follow, which makes four facts.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@Threads(1)
public class LedgerBenchmark implements Facts {

    private static final int SKUS = 2_000;

    private final LedgerConfig config = LedgerConfigReader.parse(LedgerPath.CONFIG);
    private final EventReader reader = new EventReader(config);
    private final EventWriter writer = new EventWriter(config.hub());
    private final LedgerEvents events = new LedgerEvents(SKUS);
    private Map<String, LedgerState> states;
    private List<byte[]> answers;
    private long now;
    private int orders;
    private Blackhole hole;

    /** Each round begins with the same stock and no orders, so that it does not measure how memory fills. */
    @Setup(Level.Iteration)
    public void open(Blackhole hole) {
        this.hole = hole;
        states = new HashMap<>();
        answers = new ArrayList<>();
        now = Instant.now().toEpochMilli();
        for (int sku = 0; sku < SKUS; sku++) {
            for (ProducerRecord<byte[], byte[]> level : events.opening(sku, Instant.ofEpochMilli(now))) {
                reader.read(Entity.INVENTORY_LEVEL, level.value(), this);
            }
        }
        answer();
    }

    @Benchmark
    @OperationsPerInvocation(2 * LedgerEvents.LINES)
    public void sell(Blackhole hole) {
        this.hole = hole;
        now += 1_000;
        reader.read(
                Entity.ORDER, events.order(orders++, Instant.ofEpochMilli(now)).value(), this);
        answer();
    }

    private void answer() {
        List<byte[]> arrived = answers;
        answers = new ArrayList<>();
        arrived.forEach(answer -> reader.read(Entity.INVENTORY_PUSH_RESULT, answer, this));
    }

    @Override
    public void about(String tenant, String order, OrderFact fact) {
        new OrderBook(new OrderState(), sku -> List.of())
                .take(fact, now, (sku, line) -> about(new SkuKey(tenant, sku), line));
    }

    @Override
    public void about(SkuKey sku, Fact fact) {
        LedgerState state = states.computeIfAbsent(sku.sku(), any -> LedgerState.inMemory());
        new SkuLedger(config, sku, state).apply(fact, now, decision -> write(sku, decision));
    }

    private void write(SkuKey sku, Decision decision) {
        EventWriter.Written written = writer.write(sku, decision);
        if (written != null) {
            hole.consume(written.headers());
            hole.consume(JsonForm.write(written.event()));
            if (written.event() instanceof InventoryTarget target) {
                answers.add(events.applied(target, Instant.ofEpochMilli(now)).value());
            }
        }
    }

    @Override
    public void dropped(Dropped reason) {
        throw new IllegalStateException("Nothing here is to be dropped: " + reason);
    }
}
