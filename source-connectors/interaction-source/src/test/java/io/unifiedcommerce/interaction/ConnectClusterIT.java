package io.unifiedcommerce.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.connect.runtime.rest.errors.ConnectRestException;
import org.apache.kafka.connect.util.clusters.EmbeddedConnectCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The collector in a real worker with a real broker, with the transform that makes unified events. */
class ConnectClusterIT {
    private static final String ORIGIN = "https://www.shop.example";

    private static EmbeddedConnectCluster connect;
    private final HttpClient http = HttpClient.newHttpClient();
    private int port;

    @BeforeAll
    static void startCluster() {
        Properties broker = new Properties();
        broker.put("group.initial.rebalance.delay.ms", "0");
        connect = new EmbeddedConnectCluster.Builder()
                .name("interaction-source")
                .numWorkers(1)
                .numBrokers(1)
                .brokerProps(broker)
                .workerProps(new HashMap<>(Map.of(
                        "offset.flush.interval.ms", "500",
                        "scheduled.rebalance.max.delay.ms", "0",
                        "connector.client.config.override.policy", "All",
                        "plugin.discovery", "service_load")))
                .build();
        connect.start();
    }

    @AfterAll
    static void stopCluster() {
        connect.stop();
    }

    @AfterEach
    void deleteConnectors() {
        connect.connectors().forEach(connect::deleteConnector);
    }

    @Test
    void whatABrowserPostsBecomesAUnifiedEventBeforeItIsAnswered() throws Exception {
        create("visit", Map.of());
        HttpResponse<String> answer = post("k1/ucc", """
                {"sent_at": "2026-01-01T00:00:00Z", "anonymous_id": "a-1", "session_id": "s-1", "consent": {"analytics": true, "ads": false},
                 "events": [
                   {"id": "e-1", "type": "add_to_cart", "at": "2025-12-31T23:59:50Z", "items": [{"sku": "JACKET-M", "quantity": 2, "price": "79.90"}], "value": 159.8, "currency": "EUR"},
                   {"id": "e-2", "type": "page_view", "at": "when I came"},
                   "no event",
                   {"id": "e-4", "type": "page_view", "items": "all of them"}
                 ]}""");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"accepted\":2", "\"refused\":2");

        List<ConsumerRecord<String, String>> events = records("visit.interactions.v1");
        assertThat(events).as("in Kafka by the time of the answer").hasSize(1);
        assertThat(events.get(0).key()).isEqualTo("default|s-1");
        assertThat(events.get(0).value())
                .contains("\"interaction_id\":\"e-1\"", "\"sku\":\"JACKET-M\"", "\"type\":\"add_to_cart\"", "\"EUR\"")
                .doesNotContain("127.0.0.1");
        assertThat(header(events.get(0), "ce_type")).isEqualTo("commerce.interaction.updated.v1");

        List<ConsumerRecord<String, String>> dead = records("visit.dlq.interaction-source");
        assertThat(dead)
                .extracting(record -> header(record, "__connect.errors.exception.message"))
                .satisfiesExactlyInAnyOrder(
                        message ->
                                assertThat(message).contains("not an instant").doesNotContain("when I came"),
                        message -> assertThat(message).contains("not an object but a text"),
                        message -> assertThat(message).contains("items", "a list is expected"));

        assertThat(post("k1/ucc", "{\"id\": \"e-1\", \"type\": \"add_to_cart\", \"consent\": {\"analytics\": true}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(records("visit.interactions.v1"))
                .extracting(record -> header(record, "ce_id"))
                .as("sent again, it has the same id")
                .hasSize(2)
                .containsOnly(header(events.get(0), "ce_id"));
    }

    @Test
    void everyShapeBecomesAUnifiedEvent() throws Exception {
        create("shapes", Map.of());
        assertThat(post("k1/ga4", """
                {"client_id": "1.2", "timestamp_micros": 1795348790000000, "consent": {"analytics_storage": "GRANTED"},
                 "events": [{"name": "view_item", "params": {"session_id": "7", "items": [{"item_id": "JACKET-M"}]}}]}""").statusCode()).isEqualTo(200);
        assertThat(post("k1/segment/v1/track", """
                {"messageId": "m-1", "event": "Product Viewed", "userId": "u", "properties": {"sku": "JACKET-M"}}""").statusCode()).isEqualTo(200);
        assertThat(post("k1/shopify-pixel", """
                {"consent": {"analytics": true}, "events": [{"id": "sh-1", "name": "product_viewed", "clientId": "c",
                 "data": {"productVariant": {"sku": "JACKET-M", "price": {"amount": 79.9, "currencyCode": "EUR"}, "product": {"id": "1"}}}}]}""").statusCode()).isEqualTo(200);
        assertThat(records("shapes.interactions.v1"))
                .hasSize(3)
                .allSatisfy(record ->
                        assertThat(record.value()).contains("\"type\":\"product_view\"", "\"sku\":\"JACKET-M\""));
    }

    @Test
    void nothingThatWasAcknowledgedIsLostAcrossRestarts() throws Exception {
        create("restart", Map.of());
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        for (int life = 0; life < 3; life++) {
            int from = life * 100;
            List<CompletableFuture<Void>> senders = new ArrayList<>();
            for (int i = from; i < from + 100; i++) {
                String id = "e-" + i;
                senders.add(
                        CompletableFuture.runAsync(() -> untilAcknowledged(id)).thenRun(() -> acknowledged.add(id)));
                if (i == from + 50) {
                    connect.restartConnectorAndTasks("restart", false, true, false);
                }
            }
            CompletableFuture.allOf(senders.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        }
        assertThat(acknowledged).hasSize(300);
        assertThat(records("restart.interactions.v1").stream()
                        .map(record -> record.value().replaceAll(".*\"interaction_id\":\"([^\"]*)\".*", "$1"))
                        .collect(Collectors.toSet()))
                .isEqualTo(acknowledged);
    }

    @Test
    void whileKafkaDoesNotTakeRecordsNobodyIsTold200() throws Exception {
        // Records wait a minute in the producer, as they do while a broker is slow.
        create(
                "slow",
                Map.of(
                        "producer.override.linger.ms", "60000",
                        "producer.override.batch.size", "1000000",
                        "collector.ack.timeout.ms", "300",
                        "collector.buffer.max.records", "5"));
        HttpResponse<String> answer = post("k1/ucc", event("e-1"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(records("slow.interactions.v1")).isEmpty();
        String six = IntStream.range(0, 6).mapToObj(i -> event("f-" + i)).collect(Collectors.joining(",", "[", "]"));
        assertThat(post("k1/ucc", six).statusCode())
                .as("more than the buffer holds")
                .isEqualTo(503);
    }

    @Test
    void refusesASecondTask() {
        Map<String, String> props = props("two", Map.of("tasks.max", "2"));
        assertThatThrownBy(() -> connect.configureConnector("two", props))
                .isInstanceOf(ConnectRestException.class)
                .hasMessageContaining("one task");
    }

    private void untilAcknowledged(String id) {
        await().atMost(Duration.ofSeconds(40)).pollInSameThread().until(() -> {
            try {
                return post("k1/ucc", event(id)).statusCode() == 200;
            } catch (IOException e) {
                // cut off while the task restarts
                return false;
            }
        });
    }

    private static String event(String id) {
        return "{\"id\": \"" + id + "\", \"type\": \"page_view\", \"consent\": {\"analytics\": true}}";
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/collect/" + path))
                .header("Origin", ORIGIN)
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void create(String name, Map<String, String> more) throws Exception {
        port = freePort();
        connect.kafka().createTopic(name + ".interactions.v1");
        connect.kafka().createTopic(name + ".dlq.interaction-source");
        connect.configureConnector(name, props(name, more));
        connect.assertions().assertConnectorAndExactlyNumTasksAreRunning(name, 1, "it starts");
        await().atMost(Duration.ofSeconds(20)).until(this::isListening);
    }

    private boolean isListening() {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private Map<String, String> props(String name, Map<String, String> more) {
        Map<String, String> props = new HashMap<>();
        props.put("name", name);
        props.put("connector.class", InteractionSourceConnector.class.getName());
        props.put("tasks.max", "1");
        props.put("topic.prefix", name);
        props.put("collector.sites", "shop-de=k1");
        props.put("collector.origins", ORIGIN);
        props.put("collector.bind.host", "127.0.0.1");
        props.put("collector.port", Integer.toString(port));
        props.put("collector.rate.requests.per.second", "0");
        props.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        props.put("value.converter", "io.unifiedcommerce.smt.CommerceJsonConverter");
        props.put("transforms", "normalize");
        props.put("transforms.normalize.type", "io.unifiedcommerce.smt.NormalizeCommerceEvent");
        props.put("transforms.normalize.topic.prefix", name);
        props.put("transforms.normalize.deadletter.topic.name", name + ".dlq.interaction-source");
        props.putAll(more);
        return props;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static List<ConsumerRecord<String, String>> records(String topic) {
        Map<String, Object> config =
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, connect.kafka().bootstrapServers());
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
