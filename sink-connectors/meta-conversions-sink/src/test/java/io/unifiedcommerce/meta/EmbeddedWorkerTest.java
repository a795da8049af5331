package io.unifiedcommerce.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.JsonForm;
import io.unifiedcommerce.model.Order;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.runtime.rest.entities.ConfigInfos;
import org.apache.kafka.connect.util.clusters.EmbeddedConnectCluster;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The connector in a real worker: created and checked over REST, fed by Kafka. */
class EmbeddedWorkerTest {
    private static final String NAME = "meta-conversions-sink";
    private static final String ORDERS = Entity.ORDER.topic("commerce");
    private static final String DEAD_LETTERS = "commerce.dlq.meta-conversions-sink";

    private static EmbeddedConnectCluster connect;

    @BeforeAll
    static void startWorker() {
        connect = new EmbeddedConnectCluster.Builder()
                .name("meta-cluster")
                .numWorkers(1)
                .numBrokers(1)
                .workerProps(new HashMap<>(Map.of("offset.flush.interval.ms", "1000")))
                .build();
        connect.start();
        connect.kafka().createTopic(ORDERS, 1);
    }

    @AfterAll
    static void stopWorker() {
        connect.stop();
    }

    @Test
    void ordersInKafkaAreCountedOnceAndFaultsPutAside() throws Exception {
        try (FakeMeta meta = FakeMeta.start(Clock.systemUTC())) {
            meta.next(FakeMeta.error(503, 2, true));
            connect.configureConnector(NAME, props(meta.url()));
            connect.assertions().assertConnectorAndExactlyNumTasksAreRunning(NAME, 1, "the sink did not start");

            produce(order("o-1").setStatus("CONFIRMED"));
            produce(order("o-1"));
            produce(order("o-2").setCurrency("eur"));
            produce(order("o-3"));
            connect.kafka().produce(ORDERS, "k", "not JSON at all");

            assertThat(connect.kafka()
                            .consume(2, Duration.ofSeconds(60).toMillis(), DEAD_LETTERS)
                            .count())
                    .isEqualTo(2);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(meta.counted().keySet())
                            .containsExactlyInAnyOrder("Purchase order:till-lyon:o-1", "Purchase order:till-lyon:o-3"));
        }
    }

    @Test
    void aWrongConfigurationIsRefusedOverRestWithTheKeyNamed() {
        Map<String, String> props = props("http://127.0.0.1:1");
        props.put("meta.dataset.id", "my pixel");
        props.put("meta.api.version", "26");
        props.put("event.names", "product_view");
        props.put("batch.size", "1001");

        ConfigInfos checked =
                connect.validateConnectorConfig(MetaConversionsSinkConnector.class.getSimpleName(), props);

        assertThat(checked.configs())
                .filteredOn(config -> !config.configValue().errors().isEmpty())
                .extracting(config -> config.configValue().name())
                .containsExactlyInAnyOrder("meta.dataset.id", "meta.api.version", "event.names", "batch.size");
    }

    private static Map<String, String> props(String url) {
        Map<String, String> props = Settings.props("meta.api.url", url);
        props.put("name", NAME);
        props.put("connector.class", MetaConversionsSinkConnector.class.getName());
        props.put("tasks.max", "1");
        props.put("topics", ORDERS);
        props.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        props.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        props.put("value.converter.schemas.enable", "false");
        props.put("errors.tolerance", "all");
        props.put("errors.deadletterqueue.topic.name", DEAD_LETTERS);
        props.put("errors.deadletterqueue.topic.replication.factor", "1");
        props.put("consumer.override.auto.offset.reset", "earliest");
        return props;
    }

    private static Order.Builder order(String id) {
        return Sold.allowed(id).setPlacedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static void produce(Order.Builder order) {
        Order built = order.build();
        connect.kafka()
                .produce(ORDERS, Entity.ORDER.key(built), new String(JsonForm.write(built), StandardCharsets.UTF_8));
    }
}
