package io.unifiedcommerce.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.InventoryPushResult;
import io.unifiedcommerce.model.InventoryTarget;
import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.Faults;
import io.unifiedcommerce.tck.fake.shopify.FakeShopify;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a task does with records and partitions, whatever the platform. */
class ChannelSinkTaskTest {
    private static final String TARGETS = Entity.INVENTORY_TARGET.topic("commerce");

    private FakeShopify store;
    private TaskDriver task;

    @BeforeEach
    void open() {
        store = FakeShopify.start();
        stock("TEE", 10);
        stock("CAP", 10);
    }

    @AfterEach
    void close() {
        if (task != null) {
            task.close();
        }
        store.close();
    }

    @Test
    void recordsOfOtherStoresAndTombstonesAreDoneAtOnce() {
        start(Map.of());
        InventoryTarget foreign =
                Targets.target("p1", "TEE", 1).setChannelInstance("shop-us").build();

        task.put(foreign);
        task.put(task.record(TARGETS, "default|TEE|1|shop-de", null));

        assertThat(task.committable(TARGETS)).isEqualTo(2);
        assertThat(store.requests().total()).isZero();
    }

    @Test
    void anOffsetIsHeldBackUntilItsPushIsWritten() {
        store.faults().randomly(1, Faults.ANY, new Fault.ServerError(503));
        start(Map.of());
        task.put(Targets.set("p1", "TEE", 1, 3));
        task.await(() -> store.requests().total() > 2);
        assertThat(task.committable(TARGETS)).isZero();

        store.faults().clear();
        task.awaitDone(Entity.INVENTORY_TARGET);

        assertThat(task.committable(TARGETS)).isEqualTo(1);
        task.await(() -> task.context().commitRequests() > 0);
    }

    @Test
    void duringAnOutageOnlyTheNewestNumberOfAPlaceIsKept() {
        Fault refused = new Fault.TooManyRequests(null, true);
        store.faults().randomly(1, Faults.ANY, refused);
        start(Map.of());
        task.put(Targets.set("p1", "TEE", 1, 1));
        task.await(() -> store.requests().total() > 0);
        task.put(IntStream.rangeClosed(2, 9)
                .mapToObj(i -> Targets.set("p" + i, "TEE", i, i))
                .toArray(InventoryTarget[]::new));
        store.faults().clear();
        task.awaitDone(Entity.INVENTORY_TARGET);

        assertThat(store.stockWrites().all()).hasSize(1);
        assertThat(store.shop().stock().available("TEE", 1)).isEqualTo(9);
        assertThat(task.results()).hasSize(9);
        assertThat(task.results())
                .filteredOn(result -> result.getStatus().equals("REJECTED"))
                .allSatisfy(result -> assertThat(result.getMessage()).startsWith("superseded by push"))
                .hasSize(8);
        assertThat(task.context().deadLetters()).isEmpty();
    }

    @Test
    void expiredPushesAreAnsweredAndNotWritten() {
        start(Map.of());

        task.put(Targets.target("p1", "TEE", 1)
                .setExpiresAt(Instant.now().minusSeconds(1))
                .build());

        InventoryPushResult result = task.resultOf("p1");
        assertThat(result.getStatus()).isEqualTo("REJECTED");
        assertThat(result.getMessage()).startsWith("expired at");
        assertThat(store.stockWrites().total()).isZero();
        assertThat(task.context().deadLetters()).isEmpty();
    }

    @Test
    void aRecordAtFaultGoesToTheDeadLetterQueueAsItWasGiven() {
        start(Map.of());
        SinkRecord broken = task.record(TARGETS, "k", Map.of("push_id", "p1"));

        task.put(broken);

        assertThat(task.context().deadLetters()).singleElement().isSameAs(broken);
        assertThat(task.committable(TARGETS)).isEqualTo(1);
    }

    @Test
    void withoutADeadLetterQueueARecordAtFaultFailsTheTask() {
        task = TaskDriver.start(Stores.props(store), false);
        SinkRecord broken = task.record(TARGETS, "k", Map.of("push_id", "p1"));

        assertThatThrownBy(() -> task.put(broken)).isInstanceOf(DataException.class);
        assertThat(task.committable(TARGETS)).isZero();
    }

    @Test
    void aRecordAtFaultMayBeLoggedInstead() {
        Map<String, String> props = props(Map.of("behavior.on.error", "log"));
        task = TaskDriver.start(props, false);

        task.put(task.record(TARGETS, "k", Map.of("push_id", "p1")));

        assertThat(task.committable(TARGETS)).isEqualTo(1);
    }

    @Test
    void aModeThatTheCommandDoesNotFillIsTheRecordsFault() {
        start(Map.of());

        task.put(Targets.target("p1", "TEE", 1).setMode("DELTA").build());

        assertThat(task.context().reasons()).singleElement().asString().contains("delta is missing");
    }

    @Test
    void tooManyWaitingRecordsPauseThePartitionsUntilHalfAreDone() {
        IntStream.range(0, 12).forEach(i -> stock("SKU-" + i, 1));
        store.faults().randomly(1, Faults.ANY, new Fault.ServerError(503));
        start(Map.of("max.buffered.records", "10"));

        task.put(IntStream.range(0, 12)
                .mapToObj(i -> Targets.delta("p" + i, "SKU-" + i, 1, 1))
                .toArray(InventoryTarget[]::new));
        assertThat(task.context().paused()).hasSize(1);

        store.faults().clear();
        task.awaitDone(Entity.INVENTORY_TARGET);
        assertThat(task.context().paused()).isEmpty();
    }

    @Test
    void aRevokedPartitionIsForgottenAndItsRedeliveryWritten() {
        store.faults().randomly(1, Faults.ANY, new Fault.TooManyRequests(null, true));
        start(Map.of());
        task.put(Targets.set("p1", "TEE", 1, 3), Targets.set("p2", "TEE", 2, 4));
        task.revoke(TARGETS);
        store.faults().clear();

        task.put(Targets.set("p1", "TEE", 1, 3), Targets.set("p2", "TEE", 2, 4));
        task.awaitDone(Entity.INVENTORY_TARGET);

        assertThat(store.shop().stock().available("TEE", 1)).isEqualTo(4);
        assertThat(task.committable(TARGETS)).isEqualTo(2);
    }

    @Test
    void aDryRunWritesNothingAndSaysSo() {
        start(Map.of("dry.run", "true"));

        task.put(Targets.set("p1", "TEE", 1, 3));
        task.awaitDone(Entity.INVENTORY_TARGET);

        assertThat(task.resultOf("p1").getStatus()).isEqualTo("REJECTED");
        assertThat(task.resultOf("p1").getMessage()).startsWith("dry run");
        assertThat(store.requests().total()).isZero();
        assertThat(task.context().deadLetters()).isEmpty();
    }

    @Test
    void aBlastIsHeldBackUntilAnOperatorConfirmsIt() {
        Map<String, String> guard = Map.of("blast.guard.min.skus", "2", "blast.guard.max.zero.ratio", "0.5");
        IntStream.range(0, 5).forEach(i -> stock("SKU-" + i, 7));
        InventoryTarget[] blast = IntStream.range(0, 5)
                .mapToObj(i -> Targets.set("p" + i, "SKU-" + i, 1, 0))
                .toArray(InventoryTarget[]::new);
        start(guard);
        task.put(blast);
        task.put(Targets.set("other", "TEE", 1, 3));
        assertThat(task.resultOf("other").getStatus()).isEqualTo("APPLIED");
        assertThat(task.results()).hasSize(2);
        assertThat(task.committable(TARGETS)).isEqualTo(1);
        task.close();

        Map<String, String> confirmed = new HashMap<>(guard);
        confirmed.put(
                "blast.guard.confirm",
                BlastToken.upTo(Targets.NOW, Targets.INSTANCE).toString());
        start(confirmed);
        task.put(blast);
        task.awaitDone(Entity.INVENTORY_TARGET);

        assertThat(IntStream.range(0, 5))
                .allSatisfy(i -> assertThat(store.shop().stock().available("SKU-" + i, 1))
                        .isZero());
    }

    @Test
    void theAnswerNamesThePushAndIsTheSameEventEachTime() {
        start(Map.of());
        task.put(Targets.delta("p1", "TEE", 7, -2));
        InventoryPushResult first = task.resultOf("p1");
        task.put(Targets.delta("p1", "TEE", 7, -2));
        task.awaitDone(Entity.INVENTORY_TARGET);

        InventoryPushResult second = task.results().get(1);
        assertThat(second.getEnvelope().getEventId())
                .isEqualTo(first.getEnvelope().getEventId());
        assertThat(first.getLedgerVersion()).isEqualTo(7);
        assertThat(first.getDelta()).isEqualTo(-2);
        assertThat(first.getEnvelope().getCausationId()).isEqualTo("event-p1");
        assertThat(first.getEnvelope().getChannel()).isEqualTo("shopify");
        assertThat(Entity.INVENTORY_PUSH_RESULT.key(first)).isEqualTo("default|TEE|1|shop-de");
    }

    @Test
    void aTaskStopsAtOnceThoughThePlatformDoesNotAnswer() {
        store.faults().randomly(1, Faults.ANY, new Fault.Slow(Duration.ofMinutes(5)));
        start(Map.of());
        task.put(Targets.set("p1", "TEE", 1, 3));
        task.await(() -> Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("commerce-sink-shop-de")));

        task.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("commerce-sink-shop-de"));
        task = null;
    }

    private void start(Map<String, String> more) {
        task = TaskDriver.start(props(more));
    }

    private Map<String, String> props(Map<String, String> more) {
        Map<String, String> props = Stores.props(store);
        props.putAll(more);
        return props;
    }

    private void stock(String sku, long units) {
        store.shop().catalogue().create(sku, new BigDecimal("10.00"), Map.of(1L, units));
    }
}
