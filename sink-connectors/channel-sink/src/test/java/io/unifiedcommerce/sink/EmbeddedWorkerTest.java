package io.unifiedcommerce.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.InventoryPushResult;
import io.unifiedcommerce.model.InventoryTarget;
import io.unifiedcommerce.model.JsonForm;
import io.unifiedcommerce.tck.fake.bigcommerce.FakeBigCommerce;
import io.unifiedcommerce.tck.fake.shopify.FakeShopify;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.connect.runtime.rest.entities.ConfigInfos;
import org.apache.kafka.connect.runtime.rest.errors.ConnectRestException;
import org.apache.kafka.connect.util.clusters.EmbeddedConnectCluster;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The connector in a real worker: created and checked over REST, fed by Kafka, answering to Kafka. */
class EmbeddedWorkerTest {
    private static final String NAME = "shopify-sink";

    private static EmbeddedConnectCluster connect;

    private final FakeShopify store = FakeShopify.start();
    private String prefix;

    @BeforeAll
    static void startWorker() {
        connect = new EmbeddedConnectCluster.Builder()
                .name("sink-cluster")
                .numWorkers(1)
                .numBrokers(1)
                .workerProps(new HashMap<>(Map.of("offset.flush.interval.ms", "1000")))
                .build();
        connect.start();
    }

    @AfterAll
    static void stopWorker() {
        connect.stop();
    }

    @BeforeEach
    void createTopics(TestInfo test) {
        prefix = test.getTestMethod().orElseThrow().getName();
        connect.kafka().createTopic(targets(), 2);
        connect.kafka().createTopic(results(), 1);
    }

    @AfterEach
    void removeConnector() {
        if (connect.connectors().contains(NAME)) {
            connect.deleteConnector(NAME);
        }
        store.close();
    }

    @Test
    void commandsAreWrittenAnsweredAndCommittedAndFaultsPutAside() throws Exception {
        store.shop().catalogue().create("TEE", BigDecimal.TEN, Map.of(1L, 10L));
        store.shop().catalogue().create("CAP", BigDecimal.TEN, Map.of(1L, 10L));
        connect.configureConnector(NAME, props());
        connect.assertions().assertConnectorAndExactlyNumTasksAreRunning(NAME, 2, "the sink did not start");

        produce(Targets.delta("p1", "TEE", 1, -3));
        produce(Targets.set("p2", "CAP", 1, 4));
        produce(Targets.set("p3", "NO-SUCH", 1, 4));
        connect.kafka().produce(targets(), "k", "not JSON at all");

        Map<String, String> statuses = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : consume(3, results())) {
            InventoryPushResult result = JsonForm.read(record.value(), InventoryPushResult.class);
            statuses.put(result.getPushId(), result.getStatus());
        }
        assertThat(statuses).isEqualTo(Map.of("p1", "APPLIED", "p2", "APPLIED", "p3", "REJECTED"));
        assertThat(store.shop().stock().available("TEE", 1)).isEqualTo(7);
        assertThat(store.shop().stock().available("CAP", 1)).isEqualTo(4);
        List<String> dead = consume(2, deadLetters()).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
        assertThat(dead).anyMatch(value -> value.contains("NO-SUCH")).contains("not JSON at all");
        awaitCommittedRecords(4);
        assertThat(metric("stock-applied-total")).isEqualTo(2);
    }

    @Test
    void aRestartWritesNothingTwice() throws Exception {
        store.shop().catalogue().create("MUG", BigDecimal.TEN, Map.of(1L, 10L));
        connect.configureConnector(NAME, props());
        connect.assertions().assertConnectorAndExactlyNumTasksAreRunning(NAME, 2, "the sink did not start");
        produce(Targets.delta("restart-1", "MUG", 1, -3));
        awaitStock("MUG", 7);

        connect.restartConnectorAndTasks(NAME, false, true, false);
        connect.assertions().assertConnectorAndExactlyNumTasksAreRunning(NAME, 2, "the sink did not restart");
        produce(Targets.delta("restart-2", "MUG", 2, -1));

        awaitStock("MUG", 6);
        assertThat(store.stockWrites().total()).isEqualTo(2);
    }

    /** BigCommerce knows no idempotency keys: only the answers in Kafka tell what the task before has written. */
    @Test
    void commandsThatComeAgainAfterAnAnswerAreNotWrittenAgain() throws Exception {
        try (FakeBigCommerce bigCommerce = FakeBigCommerce.start()) {
            bigCommerce.shop().catalogue().create("MUG", BigDecimal.TEN, Map.of(1L, 10L));
            connect.configureConnector(NAME, props(Stores.props(bigCommerce), BigCommerceSinkConnector.class));
            connect.assertions().assertConnectorAndExactlyNumTasksAreRunning(NAME, 2, "the sink did not start");
            produce(Targets.delta("again-1", "MUG", 1, -3));
            assertThat(consume(1, results())).hasSize(1);

            connect.stopConnector(NAME);
            connect.assertions().assertConnectorIsStopped(NAME, "the sink did not stop");
            connect.resetConnectorOffsets(NAME);
            connect.resumeConnector(NAME);
            connect.assertions().assertConnectorAndExactlyNumTasksAreRunning(NAME, 2, "the sink did not resume");
            produce(Targets.delta("again-2", "MUG", 2, -1));

            List<String> answered = consume(3, results()).stream()
                    .map(record -> JsonForm.read(record.value(), InventoryPushResult.class))
                    .map(result -> result.getPushId() + " " + result.getStatus())
                    .toList();
            assertThat(answered).containsExactly("again-1 APPLIED", "again-1 APPLIED", "again-2 APPLIED");
            assertThat(bigCommerce.shop().stock().available("MUG", 1)).isEqualTo(6);
        }
    }

    @Test
    void aWrongConfigurationIsRefusedOverRestWithTheKeyNamed() {
        Map<String, String> props = props();
        props.put("shopify.access.token", "shpat_wrong");
        props.put("validate.live", "true");

        ConfigInfos checked = connect.validateConnectorConfig(ShopifySinkConnector.class.getSimpleName(), props);
        assertThat(checked.errorCount()).isEqualTo(1);
        assertThat(checked.configs())
                .filteredOn(config -> !config.configValue().errors().isEmpty())
                .singleElement()
                .satisfies(config -> {
                    assertThat(config.configValue().name()).isEqualTo("shopify.access.token");
                    assertThat(config.configValue().value()).isNotEqualTo("shpat_wrong");
                });
        assertThatThrownBy(() -> connect.configureConnector(NAME, props)).isInstanceOf(ConnectRestException.class);
    }

    private String targets() {
        return Entity.INVENTORY_TARGET.topic(prefix);
    }

    private String results() {
        return Entity.INVENTORY_PUSH_RESULT.topic(prefix);
    }

    private String deadLetters() {
        return prefix + ".dlq.channel-sink";
    }

    private Map<String, String> props() {
        return props(Stores.props(store), ShopifySinkConnector.class);
    }

    private Map<String, String> props(Map<String, String> common, Class<?> connector) {
        Map<String, String> props = new HashMap<>(common);
        props.remove("channel");
        props.put("name", NAME);
        props.put("connector.class", connector.getName());
        props.put("tasks.max", "2");
        props.put("topics", targets());
        props.put("topic.prefix", prefix);
        props.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        props.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        props.put("value.converter.schemas.enable", "false");
        props.put("errors.tolerance", "all");
        props.put("errors.deadletterqueue.topic.name", deadLetters());
        props.put("errors.deadletterqueue.topic.replication.factor", "1");
        props.put("consumer.override.auto.offset.reset", "earliest");
        props.put("reporter.bootstrap.servers", connect.kafka().bootstrapServers());
        return props;
    }

    private void produce(InventoryTarget target) {
        connect.kafka()
                .produce(
                        targets(),
                        Entity.INVENTORY_TARGET.key(target),
                        new String(JsonForm.write(target), StandardCharsets.UTF_8));
    }

    /** The sum over all tasks, as JMX shows it. */
    private static double metric(String name) throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        double sum = 0;
        for (ObjectName bean : server.queryNames(new ObjectName("kafka.connect:type=plugins,*"), null)) {
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(bean).getAttributes()) {
                if (attribute.getName().equals(name)) {
                    assertThat(bean.getKeyProperty("store")).isEqualTo(Targets.INSTANCE);
                    sum += ((Number) server.getAttribute(bean, name)).doubleValue();
                }
            }
        }
        return sum;
    }

    private static List<ConsumerRecord<byte[], byte[]>> consume(int count, String topic) {
        ConsumerRecords<byte[], byte[]> consumed =
                connect.kafka().consume(count, Duration.ofSeconds(60).toMillis(), topic);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        consumed.forEach(records::add);
        return records;
    }

    private void awaitStock(String sku, long units) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> store.shop().stock().available(sku, 1) == units);
    }

    private static void awaitCommittedRecords(long records) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            long committed = connect.connectorOffsets(NAME).offsets().stream()
                    .mapToLong(offset -> ((Number) offset.offset().get("kafka_offset")).longValue())
                    .sum();
            assertThat(committed).isGreaterThanOrEqualTo(records);
        });
    }
}
