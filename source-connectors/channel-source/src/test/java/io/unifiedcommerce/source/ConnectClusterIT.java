package io.unifiedcommerce.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.unifiedcommerce.tck.fake.bigcommerce.BigCommerceSettings;
import io.unifiedcommerce.tck.fake.bigcommerce.FakeBigCommerce;
import io.unifiedcommerce.tck.fake.shop.OrderDraft;
import io.unifiedcommerce.tck.fake.shop.OrderResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorOffset;
import org.apache.kafka.connect.runtime.rest.errors.ConnectRestException;
import org.apache.kafka.connect.util.clusters.EmbeddedConnectCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connector in a real worker with a real broker, and a platform that shows changes at once. */
class ConnectClusterIT {
    private static final String MANIFEST = """
            channel: quick
            kind: api
            title: A store whose listings show changes at once
            options:
              quick.url: {doc: Address., validator: url}
              quick.token: {doc: Token., type: password}
            http: {base_url: "${quick.url}", headers: {Accept: application/json}}
            auth: {kind: header, requires: quick.token, headers: {X-Auth-Token: "${quick.token}"}}
            quota: {kind: none}
            check: {request: {path: /v2/store}, option: quick.token}
            streams:
              orders:
                id: id
                version: date_modified
                by_default: true
                read:
                  request:
                    path: /v2/orders
                    params:
                      min_date_modified: "${window.from}"
                      max_date_modified: "${window.to}"
                      limit: "${page.size}"
                      page: "${page.number}"
                  records: $
                  paging: {kind: number, size: 50}
                  cursor:
                    kind: time
                    field: date_modified
                    format: rfc2822
                    request_format: iso_seconds
                    overlap: PT2S
                    lag: PT1S
            """;

    @TempDir
    private static Path folders;

    private static EmbeddedConnectCluster connect;
    private FakeBigCommerce store;
    private String topic;

    @BeforeAll
    static void startCluster() throws IOException {
        Files.createDirectories(folders.resolve("quick"));
        Files.writeString(folders.resolve("quick").resolve("channel.yaml"), MANIFEST);
        connect = OneWorker.started("channel-source");
    }

    @AfterAll
    static void stopCluster() {
        connect.stop();
    }

    @BeforeEach
    void openStore() {
        store = FakeBigCommerce.start(BigCommerceSettings.defaults().allowing(1_000_000));
        store.shop().catalogue().create("SHIRT", new BigDecimal("10.00"), Map.of(1L, 100_000L));
    }

    @AfterEach
    void closeStore() {
        connect.connectors().forEach(connect::deleteConnector);
        store.close();
    }

    @Test
    void runsUnderRestAndGoesOnFromItsOffsets() throws InterruptedException {
        buy(120);
        create("life", props("life"));
        await().atMost(Duration.ofSeconds(30)).until(() -> keys().size() == 120);

        await().atMost(Duration.ofSeconds(20)).until(() -> !offsets("life").isEmpty());
        ConnectorOffset stored = offsets("life").get(0);
        assertThat(stored.partition()).isEqualTo(Map.of("channel", "quick", "instance", "life", "stream", "orders"));
        assertThat(stored.offset().keySet())
                .as("found under the key under which the task stores it")
                .contains("format", "phase", "until");

        connect.restartConnectorAndTasks("life", false, true, false);
        buy(5);
        await().atMost(Duration.ofSeconds(30)).until(() -> keys().size() == 125);

        connect.stopConnector("life");
        connect.assertions().assertConnectorIsStopped("life", "it stops");
        assertThatThrownBy(() -> connect.alterSourceConnectorOffset(
                        "life",
                        Map.of("channel", "quick", "instance", "life", "stream", "orders"),
                        Map.of("format", 1, "phase", "live")))
                .isInstanceOf(ConnectRestException.class)
                .hasMessageContaining("until");
        long before = records().size();
        connect.alterSourceConnectorOffset(
                "life",
                Map.of("channel", "quick", "instance", "life", "stream", "orders"),
                Map.of(
                        "format",
                        1,
                        "phase",
                        "live",
                        "until",
                        Instant.now().minusSeconds(3600).toString()));
        connect.resumeConnector("life");
        await().atMost(Duration.ofSeconds(30)).until(() -> records().size() >= before + 125);

        connect.stopConnector("life");
        connect.assertions().assertConnectorIsStopped("life", "it stops");
        connect.resetConnectorOffsets("life");
        assertThat(offsets("life")).isEmpty();
        long again = records().size();
        connect.resumeConnector("life");
        await().atMost(Duration.ofSeconds(30)).until(() -> records().size() >= again + 125);
    }

    @Test
    void writesEachVersionExactlyOnceAcrossRestarts() throws InterruptedException {
        buy(300);
        Map<String, String> props = props("exact");
        props.put("exactly.once.support", "required");
        props.put("transaction.boundary", "connector");
        create("exact", props);
        int bought = 300;
        for (int life = 0; life < 4; life++) {
            buy(40);
            int seen = bought + 40;
            await().atMost(Duration.ofSeconds(30)).until(() -> keys().size() == seen);
            // Restarted while these are on their way.
            buy(20);
            connect.restartConnectorAndTasks("exact", false, true, false);
            bought += 60;
        }
        int all = bought;
        await().atMost(Duration.ofSeconds(40)).until(() -> keys().size() == all);
        assertThat(records()).extracting(ConsumerRecord::key).doesNotHaveDuplicates();
    }

    @Test
    void refusesAConfigurationOnTheFieldThatIsWrong() {
        Map<String, String> props = props("wrong");
        props.put("quick.token", "no-such-token");
        var infos = connect.validateConnectorConfig(ChannelSourceConnector.class.getName(), props);
        assertThat(infos.configs())
                .filteredOn(info -> !info.configValue().errors().isEmpty())
                .singleElement()
                .satisfies(info -> {
                    assertThat(info.configValue().name()).isEqualTo("quick.token");
                    assertThat(info.configValue().errors()).allMatch(error -> !error.contains("no-such-token"));
                });
        assertThatThrownBy(() -> connect.configureConnector("wrong", props)).isInstanceOf(ConnectRestException.class);
    }

    private void buy(int orders) {
        for (int i = 0; i < orders; i++) {
            OrderDraft draft = OrderDraft.of("EUR", 1, new OrderDraft.Line("SHIRT", 1, new BigDecimal("10.00")));
            assertThat(store.shop().orders().place(draft)).isInstanceOf(OrderResult.Placed.class);
        }
    }

    private void create(String name, Map<String, String> props) throws InterruptedException {
        topic = props.get("topic.prefix") + ".raw.quick.orders";
        connect.kafka().createTopic(topic);
        connect.kafka().createTopic(props.get("topic.prefix") + ".heartbeat.quick");
        connect.configureConnector(name, props);
        connect.assertions().assertConnectorAndExactlyNumTasksAreRunning(name, 1, "it starts");
    }

    private Map<String, String> props(String name) {
        Map<String, String> props = new HashMap<>();
        props.put("name", name);
        props.put("connector.class", ChannelSourceConnector.class.getName());
        props.put("tasks.max", "1");
        props.put("channel", "quick");
        props.put("channel.instance", name);
        props.put("channel.folders", folders.toString());
        props.put("topic.prefix", name);
        props.put("streams", "orders");
        props.put("quick.url", store.baseUri().toString());
        props.put("quick.token", store.settings().accessToken());
        props.put("poll.interval.ms", "200");
        props.put("heartbeat.interval.ms", "1000");
        return props;
    }

    private static List<ConnectorOffset> offsets(String name) {
        return connect.connectorOffsets(name).offsets();
    }

    private Set<String> keys() {
        Set<String> keys = new HashSet<>();
        records().forEach(record -> keys.add(record.key()));
        return keys;
    }

    /** All committed records of the topic. */
    private List<ConsumerRecord<String, String>> records() {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                connect.kafka().bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }
}
