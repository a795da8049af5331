package io.unifiedcommerce.flink.inventory.job;

import static io.unifiedcommerce.flink.inventory.event.UnifiedEvents.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.flink.inventory.config.LedgerConfigReader;
import io.unifiedcommerce.flink.inventory.core.Fact;
import io.unifiedcommerce.flink.inventory.core.LedgerConfig;
import io.unifiedcommerce.flink.inventory.core.Line;
import io.unifiedcommerce.flink.inventory.core.Measured;
import io.unifiedcommerce.flink.inventory.core.SkuKey;
import io.unifiedcommerce.flink.inventory.core.Stairs;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.InventoryPosition;
import io.unifiedcommerce.model.InventoryTarget;
import io.unifiedcommerce.model.JsonForm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepLedgerTest {

    private static final SkuKey TEE = new SkuKey("acme", "TEE");
    private static final long START = NOON.toEpochMilli();

    private final LedgerConfig config = LedgerConfigReader.parse("""
            hub: hub
            locations: [{id: attic}]
            channels:
              - {instance: shop, sells: [attic], push: {location_id: main, mode: DELTA}}
            """);
    private KeyedOneInputStreamOperatorTestHarness<String, SkuFact, OutgoingEvent> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
        harness.setProcessingTime(START);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aCountAndAFigureMakeACommandWithKeyAndHeaders() throws Exception {
        tell(seen(4));
        tell(counted(10));

        OutgoingEvent command = written(Entity.INVENTORY_TARGET).get(0);
        InventoryTarget target = JsonForm.read(command.value(), InventoryTarget.class);
        assertThat(new String(command.key(), StandardCharsets.UTF_8)).isEqualTo("acme|TEE|main|shop");
        assertThat(target.getDelta()).isEqualTo(6);
        assertThat(target.getEnvelope().getChannelInstance()).isEqualTo("hub");
        assertThat(command.headers())
                .containsEntry("ce_type", "commerce.inventory_target.updated.v1")
                .containsEntry("content-type", "application/json");
        InventoryPosition position =
                JsonForm.read(written(Entity.INVENTORY_POSITION).get(0).value(), InventoryPosition.class);
        assertThat(position.getAvailableToSell()).isEqualTo(10);
    }

    @Test
    void asksForOneTimerAtATime() throws Exception {
        tell(counted(10));
        tell(ordered("a", 1));
        tell(ordered("b", 1));
        tell(seen(7));

        assertThat(harness.numProcessingTimeTimers()).isEqualTo(1);
    }

    @Test
    void wakesTheLedgerWhenItAskedForIt() throws Exception {
        tell(counted(10));
        tell(seen(10));
        tell(new Fact.StockReserved("cart", "1", "attic", 4, true, START + 900_000));
        int before = written(Entity.INVENTORY_POSITION).size();

        harness.setProcessingTime(START + 900_000);

        List<OutgoingEvent> positions = written(Entity.INVENTORY_POSITION);
        assertThat(positions).hasSizeGreaterThan(before);
        assertThat(JsonForm.read(positions.get(positions.size() - 1).value(), InventoryPosition.class)
                        .getReserved())
                .isZero();
    }

    @Test
    void stateAndTimersSurviveARestart() throws Exception {
        tell(seen(10));
        tell(counted(10));
        tell(new Fact.StockReserved("cart", "1", "attic", 4, true, START + 900_000));
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();

        harness = harness();
        harness.initializeState(snapshot);
        harness.open();
        harness.setProcessingTime(START + 900_000);

        assertThat(harness.numKeyedStateEntries()).isPositive();
        List<OutgoingEvent> positions = written(Entity.INVENTORY_POSITION);
        assertThat(JsonForm.read(positions.get(positions.size() - 1).value(), InventoryPosition.class)
                        .getAvailableToSell())
                .isEqualTo(10);
    }

    @Test
    void whatABundleNeedsLeavesByTheSide() throws Exception {
        tell(new Fact.PartOfKit("SET"));
        tell(counted(10));

        assertThat(harness.getSideOutput(KeepLedger.FEEDS))
                .extracting(feed -> feed.getValue().sku())
                .containsExactly(new SkuKey("acme", "SET"));
    }

    private KeyedOneInputStreamOperatorTestHarness<String, SkuFact, OutgoingEvent> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(KeepLedger.ofCountedStock(config)), KeepLedger::key, Types.STRING);
    }

    private void tell(Fact fact) throws Exception {
        harness.processElement(new SkuFact(TEE, fact), START);
    }

    private List<OutgoingEvent> written(Entity entity) {
        return harness.extractOutputValues().stream()
                .filter(event -> event.entity() == entity)
                .toList();
    }

    private static Fact counted(long units) {
        return new Fact.StockCounted("attic", START, "1", "1", units, Measured.ON_HAND);
    }

    private static Fact seen(long units) {
        return new Fact.MirrorSeen("shop", units, START, null, "1", "1");
    }

    private static Fact ordered(String line, long units) {
        return new Fact.LineChanged(
                line, new Line(1, "till", "attic", units, START, START, false, Stairs.NONE, List.of(), Line.UNKNOWN));
    }
}
