package io.unifiedcommerce.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.unifiedcommerce.smt.CommerceJsonConverter;
import io.unifiedcommerce.smt.NormalizeCommerceEvent;
import io.unifiedcommerce.source.ChannelSourceConnector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.connect.runtime.rest.errors.ConnectRestException;
import org.apache.kafka.connect.util.clusters.EmbeddedConnectCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example's folder on a worker that was built without it: put into a directory, named by {@code channel.folders}. */
class FolderOnAWorkerIT {
    private static EmbeddedConnectCluster connect;

    @TempDir
    Path folders;

    private SampleServer shop;

    @BeforeAll
    static void startCluster() {
        Properties broker = new Properties();
        broker.put("group.initial.rebalance.delay.ms", "0");
        connect = new EmbeddedConnectCluster.Builder()
                .name("folder-on-a-worker")
                .numWorkers(1)
                .numBrokers(1)
                .brokerProps(broker)
                .workerProps(new HashMap<>(Map.of(
                        "scheduled.rebalance.max.delay.ms", "0",
                        "key.converter", "org.apache.kafka.connect.storage.StringConverter",
                        "value.converter", CommerceJsonConverter.class.getName(),
                        "plugin.discovery", "service_load")))
                .build();
        connect.start();
    }

    @AfterAll
    static void stopCluster() {
        connect.stop();
    }

    @BeforeEach
    void copyTheExampleAndOpenTheShop() throws IOException {
        try (Stream<Path> files = Files.walk(Ran.WOOCOMMERCE).filter(Files::isRegularFile)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                Path target = folders.resolve("woocommerce")
                        .resolve(Ran.WOOCOMMERCE.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        shop = Ran.shop();
    }

    @AfterEach
    void closeTheShop() {
        connect.connectors().forEach(connect::deleteConnector);
        shop.close();
    }

    @Test
    void unifiedEventsOfTheOutsidePlatformReachKafka() throws Exception {
        connect.kafka().createTopic("commerce.orders.v1");

        connect.configureConnector("woocommerce", props());

        connect.assertions().assertConnectorAndExactlyNumTasksAreRunning("woocommerce", 1, "it starts");
        await().atMost(Duration.ofSeconds(40)).until(() -> orders().size() >= 2);
        assertThat(orders()).hasSize(2).first().satisfies(order -> {
            assertThat(order.at("/envelope/channel").textValue()).isEqualTo("woocommerce");
            assertThat(order.at("/order_id").textValue()).isEqualTo("727");
            assertThat(order.at("/grand_total").textValue()).isEqualTo("78.6000");
            assertThat(order.at("/lines/0/sku").textValue()).isEqualTo("TEE-NAVY-M");
        });
    }

    @Test
    void theFoldersOptionsAreCheckedAndItsSecretsStayHidden() {
        Map<String, String> props = props();
        props.put("woocommerce.consumer.secret", "cs_other");

        var infos = connect.validateConnectorConfig(ChannelSourceConnector.class.getName(), props);

        assertThat(infos.configs().stream()
                        .map(info -> info.configValue())
                        .filter(value -> value.name().startsWith("woocommerce."))
                        .map(value -> value.name() + "=" + value.value()))
                .containsExactlyInAnyOrder(
                        "woocommerce.url=" + shop.uri(),
                        "woocommerce.consumer.key=[hidden]",
                        "woocommerce.consumer.secret=[hidden]",
                        "woocommerce.webhook.secret=null");
        assertThat(infos.toString()).doesNotContain("cs_other");
        assertThat(faults(props)).containsOnlyKeys("woocommerce.consumer.key");
    }

    @Test
    void whatIsWrongInTheFolderIsToldOnTheKeyThatNamesItsDirectory() throws IOException {
        replace("channel.yaml", "per: PT1S", "pro: PT1S");
        replace("mappings/order.yaml", "order_number: number", "order_nmber: number");

        assertThat(faults(props()))
                .containsOnlyKeys("channel.folders")
                .hasEntrySatisfying(
                        "channel.folders",
                        fault -> assertThat(fault)
                                .contains("channel.yaml: quota.pro: unknown key; did you mean 'per'?")
                                .contains(
                                        "mappings/order.yaml: fields.order_nmber: unknown field; did you mean 'order_number'?"));
        assertThatThrownBy(() -> connect.configureConnector("woocommerce", props()))
                .isInstanceOf(ConnectRestException.class)
                .hasMessageContaining("order_nmber");
    }

    @Test
    void aTransformWithoutTheDirectoryIsFoundOutBeforeTheFirstRecord() {
        Map<String, String> props = props();
        props.remove("transforms.normalize.channel.folders");

        assertThat(faults(props))
                .hasEntrySatisfying(
                        "channel.folders",
                        fault -> assertThat(fault).contains("set transforms.normalize.channel.folders to " + folders));
        props.put(
                "transforms.normalize.channel.folders",
                folders.resolve("woocommerce").toString());
        assertThat(faults(props))
                .hasEntrySatisfying(
                        "transforms.normalize.channel.folders",
                        fault -> assertThat(fault).contains("name the directory that holds it"));
    }

    private void replace(String file, String text, String by) throws IOException {
        Path path = folders.resolve("woocommerce").resolve(file);
        assertThat(Files.readString(path)).contains(text);
        Files.writeString(path, Files.readString(path).replace(text, by));
    }

    private static Map<String, String> faults(Map<String, String> props) {
        Map<String, String> faults = new HashMap<>();
        connect.validateConnectorConfig(ChannelSourceConnector.class.getName(), props).configs().stream()
                .map(info -> info.configValue())
                .filter(value -> !value.errors().isEmpty())
                .forEach(value -> faults.put(value.name(), String.join("; ", value.errors())));
        return faults;
    }

    private Map<String, String> props() {
        Map<String, String> props = new HashMap<>();
        props.put("name", "woocommerce");
        props.put("connector.class", ChannelSourceConnector.class.getName());
        props.put("tasks.max", "1");
        props.put("channel", "woocommerce");
        props.put("channel.folders", folders.toString());
        props.put("channel.instance", "shop-pt");
        props.put("woocommerce.url", shop.uri().toString());
        props.put("woocommerce.consumer.key", "ck_1");
        props.put("woocommerce.consumer.secret", "cs_1");
        props.put("poll.interval.ms", "500");
        props.put("transforms", "normalize");
        props.put("transforms.normalize.type", NormalizeCommerceEvent.class.getName());
        props.put("transforms.normalize.channel.folders", folders.toString());
        return props;
    }

    /** The events in the topic of orders, in their order. */
    private static List<JsonNode> orders() throws IOException {
        List<JsonNode> events = new ArrayList<>();
        Map<String, Object> config = Map.of("bootstrap.servers", connect.kafka().bootstrapServers());
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("commerce.orders.v1", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    events.add(new JsonMapper().readTree(record.value()));
                }
            }
        }
        return events;
    }
}
