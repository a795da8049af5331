package io.unifiedcommerce.flink.inventory.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.unifiedcommerce.flink.inventory.config.LedgerConfigReader;
import io.unifiedcommerce.flink.inventory.core.LedgerConfig;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.InventoryPosition;
import io.unifiedcommerce.model.InventoryTarget;
import io.unifiedcommerce.model.JsonForm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class InventoryPipelineTest {

    private static final int PARALLELISM = 2;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(PARALLELISM)
            .build());

    private final LedgerConfig config = LedgerConfigReader.parse(Trade.CONFIG);
    private final Map<Entity, List<byte[]>> events = Trade.of(7, 300);
    private final Oracle oracle = Oracle.after(config, events);

    @Test
    void comesToTheSameStockAsTheCoreAlone() throws Exception {
        Basket<OutgoingEvent> written = new Basket<>();
        Basket<DeadLetter> deadLetters = new Basket<>();

        env("hashmap", null, sources(1_000), written, deadLetters).execute();

        assertThat(available(written)).isEqualTo(oracle.available());
        assertThat(deadLetters.content()).hasSize(oracle.bad()).allSatisfy(letter -> {
            assertThat(letter.event().position()).startsWith("order/0/");
            assertThat(letter.message()).isNotEmpty();
        });
        assertThatEveryVersionHasOneTarget(written);
    }

    @Test
    void aFailureInTheMiddleChangesNothing() throws Exception {
        Basket<OutgoingEvent> written = new Basket<>();
        Map<Entity, Source<IncomingEvent, ?, ?>> sources = sources(40);
        sources.put(Entity.ORDER, Script.failingSource(Entity.ORDER, events.get(Entity.ORDER), 40, 200));

        env("hashmap", null, sources, written, new Basket<>()).execute();

        assertThat(Script.hasFailed()).isTrue();
        assertThat(available(written)).isEqualTo(oracle.available());
    }

    @Test
    void aSavepointGoesOnInAnotherStateBackend(@TempDir Path directory) throws Exception {
        Basket<OutgoingEvent> written = new Basket<>();
        JobClient job =
                env("hashmap", null, sources(40), written, new Basket<>()).executeAsync();
        await().atMost(Duration.ofSeconds(30)).until(() -> written.content().size() > 150);
        String savepoint = job.stopWithSavepoint(false, directory.toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
        await().atMost(Duration.ofSeconds(30)).until(() -> job.getJobStatus().get() == JobStatus.FINISHED);
        assertThat(available(written)).isNotEqualTo(oracle.available());

        env("rocksdb", savepoint, sources(40), written, new Basket<>()).execute();

        assertThat(available(written)).isEqualTo(oracle.available());
    }

    private static void assertThatEveryVersionHasOneTarget(Basket<OutgoingEvent> written) {
        Map<String, Long> targets = new HashMap<>();
        written.content().stream()
                .filter(event -> event.entity() == Entity.INVENTORY_TARGET)
                .map(event -> JsonForm.read(event.value(), InventoryTarget.class))
                .forEach(target -> {
                    String version =
                            target.getSku() + "@" + target.getChannelInstance() + "#" + target.getLedgerVersion();
                    assertThat(targets.put(version, target.getTarget())).isNull();
                });
        assertThat(targets).isNotEmpty();
    }

    private StreamExecutionEnvironment env(
            String stateBackend,
            String savepoint,
            Map<Entity, Source<IncomingEvent, ?, ?>> sources,
            Basket<OutgoingEvent> written,
            Basket<DeadLetter> deadLetters) {
        Configuration settings = InventoryJob.settings(
                JobArguments.of("--bootstrap-servers", "none", "--config", "none", "--state-backend", stateBackend));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));
        if (savepoint != null) {
            settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        }
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        env.setParallelism(PARALLELISM);
        env.enableCheckpointing(50);
        new InventoryPipeline(config, sources, name -> written, deadLetters).addTo(env);
        return env;
    }

    private Map<Entity, Source<IncomingEvent, ?, ?>> sources(int perCheckpoint) {
        Map<Entity, Source<IncomingEvent, ?, ?>> sources = new EnumMap<>(Entity.class);
        events.forEach((entity, values) -> sources.put(entity, Script.source(entity, values, perCheckpoint)));
        return sources;
    }

    /** Units free to sell by SKU and location, as the newest position of each says. */
    private static Map<String, Long> available(Basket<OutgoingEvent> written) {
        Map<String, InventoryPosition> newest = new TreeMap<>();
        written.content().stream()
                .filter(event -> event.entity() == Entity.INVENTORY_POSITION)
                .map(event -> JsonForm.read(event.value(), InventoryPosition.class))
                .filter(position -> position.getLocationId() != null)
                .forEach(position -> newest.merge(
                        position.getSku() + "@" + position.getLocationId(),
                        position,
                        (known, next) -> next.getLedgerVersion() >= known.getLedgerVersion() ? next : known));
        Map<String, Long> available = new TreeMap<>();
        newest.forEach((place, position) -> available.put(place, position.getAvailableToSell()));
        return available;
    }
}
