package io.unifiedcommerce.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.unifiedcommerce.channel.record.RecordHeaders;
import io.unifiedcommerce.tck.fake.bigcommerce.BigCommerceSettings;
import io.unifiedcommerce.tck.fake.bigcommerce.FakeBigCommerce;
import io.unifiedcommerce.tck.fake.shop.OrderDraft;
import io.unifiedcommerce.tck.fake.shop.OrderResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.connect.util.clusters.EmbeddedConnectCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connector in a real worker looks after its subscriptions at the platform. */
class ManagedWebhooksIT {
    private static final String RAW = "managed.raw.bigcommerce.orders";
    private static final String ALIEN = "https://elsewhere.example.com/hooks";
    private static final Duration SOON = Duration.ofSeconds(40);

    private final HttpClient http = HttpClient.newHttpClient();
    private EmbeddedConnectCluster connect;
    private FakeBigCommerce store;
    private String address;

    @BeforeEach
    void open() throws IOException {
        connect = OneWorker.started("managed-webhooks");
        store = FakeBigCommerce.start(BigCommerceSettings.defaults().allowing(1_000_000));
        store.shop().catalogue().create("SHIRT", new BigDecimal("10.00"), Map.of(1L, 1_000L));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = "http://127.0.0.1:" + free.getLocalPort() + "/webhooks/managed";
        }
    }

    @AfterEach
    void close() {
        connect.stop();
        store.close();
    }

    @Test
    void makesItsSubscriptionsKeepsThemAndLeavesOthersAlone() throws Exception {
        long alien = api("POST", "/v3/hooks", "{\"scope\":\"store/cart/created\",\"destination\":\"" + ALIEN + "\"}")
                .at("/data/id")
                .asLong();
        connect.kafka().createTopic(RAW);
        connect.kafka().createTopic("managed.heartbeat.bigcommerce");
        connect.configureConnector("managed", props());
        await("one for each topic of orders").atMost(SOON).until(() -> ours().size() == 9);
        assertThat(ours())
                .allSatisfy(
                        hook -> assertThat(hook.path("is_active").asBoolean()).isTrue())
                .extracting(hook -> hook.path("scope").asText())
                .contains("store/order/created", "store/shipment/created")
                .noneMatch(scope -> scope.startsWith("store/product"));

        String order = buy();
        await("told by webhook").atMost(SOON).until(() -> captured(order).contains("WEBHOOK"));

        api("DELETE", "/v3/hooks/" + ours().get(0).path("id").asLong(), "");
        api("PUT", "/v3/hooks/" + ours().get(0).path("id").asLong(), "{\"is_active\":false}");
        await("made again, and switched on again")
                .atMost(SOON)
                .until(() -> ours().size() == 9
                        && ours().stream()
                                .allMatch(hook -> hook.path("is_active").asBoolean()));

        Map<String, String> off = props();
        off.put("webhook.enabled", "false");
        connect.configureConnector("managed", off);
        await("none is wanted without a listener").atMost(SOON).until(() -> ours().isEmpty());
        assertThat(api("GET", "/v3/hooks/" + alien, "").at("/data/destination").asText())
                .as("not ours to touch")
                .isEqualTo(ALIEN);
        connect.assertions().assertConnectorAndExactlyNumTasksAreRunning("managed", 1, "it goes on reading");
    }

    private Map<String, String> props() {
        Map<String, String> props = new HashMap<>();
        props.put("name", "managed");
        props.put("connector.class", BigCommerceSourceConnector.class.getName());
        props.put("tasks.max", "1");
        props.put("channel.instance", "managed");
        props.put("topic.prefix", "managed");
        props.put("streams", "orders");
        props.put("bigcommerce.store.hash", store.settings().storeHash());
        props.put("bigcommerce.access.token", store.settings().accessToken());
        props.put("bigcommerce.client.secret", store.settings().clientSecret());
        props.put("bigcommerce.webhook.secret", "a secret of ours");
        props.put("bigcommerce.api.url", store.baseUri().toString().replaceFirst("/stores/.*", ""));
        props.put("webhook.enabled", "true");
        props.put("webhook.bind.host", "127.0.0.1");
        props.put("webhook.port", Integer.toString(URI.create(address).getPort()));
        props.put("webhook.public.url", address);
        props.put("webhook.manage", "true");
        props.put("webhook.manage.interval.ms", "500");
        // Long, so that a record of a new order can only come by webhook.
        props.put("poll.interval.ms", "600000");
        return props;
    }

    private String buy() {
        OrderDraft draft = OrderDraft.of("EUR", 1, new OrderDraft.Line("SHIRT", 1, new BigDecimal("10.00")));
        OrderResult.Placed placed = (OrderResult.Placed) store.shop().orders().place(draft);
        return Long.toString(placed.order().id());
    }

    private List<JsonNode> ours() throws Exception {
        List<JsonNode> hooks = new ArrayList<>();
        api("GET", "/v3/hooks?destination=" + address, "").path("data").forEach(hooks::add);
        return hooks;
    }

    private JsonNode api(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(store.baseUri() + path))
                .header("X-Auth-Token", store.settings().accessToken())
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return JsonMapper.builder()
                .build()
                .readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    /** How the records of an order were captured. */
    private List<String> captured(String order) {
        Map<String, Object> config = Map.of("bootstrap.servers", connect.kafka().bootstrapServers());
        List<String> captured = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(RAW, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
                    if (order.equals(record.key())) {
                        captured.add(new String(
                                record.headers()
                                        .lastHeader(RecordHeaders.CAPTURE_MODE)
                                        .value(),
                                StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return captured;
    }
}
