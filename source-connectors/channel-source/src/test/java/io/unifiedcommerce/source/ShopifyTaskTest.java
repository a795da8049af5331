package io.unifiedcommerce.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.record.RecordHeaders;
import io.unifiedcommerce.channel.record.RecordJson;
import io.unifiedcommerce.tck.fake.FakeClock;
import io.unifiedcommerce.tck.fake.WebhookDelivery;
import io.unifiedcommerce.tck.fake.WebhookFault;
import io.unifiedcommerce.tck.fake.shop.CustomerProfile;
import io.unifiedcommerce.tck.fake.shop.Fulfilment;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderDraft;
import io.unifiedcommerce.tck.fake.shop.OrderResult;
import io.unifiedcommerce.tck.fake.shopify.FakeShopify;
import io.unifiedcommerce.tck.fake.shopify.ShopifySettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopifyTaskTest {
    private static final String SUBSCRIBE = """
            mutation S($topic: WebhookSubscriptionTopic!, $uri: String!) {
              webhookSubscriptionCreate(topic: $topic, webhookSubscription: {uri: $uri, format: JSON}) {
                userErrors { message }
              }
            }
            """;

    private final FakeClock clock = FakeClock.at("2026-03-01T12:00:00Z");
    private FakeShopify store;
    private TaskHarness connect;

    @BeforeEach
    void openStore() {
        store = FakeShopify.start(ShopifySettings.defaults()
                .at(clock)
                .restoring(1_000_000)
                .retrying(List.of(Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofMillis(100))));
        store.shop().catalogue().create("SHIRT", new BigDecimal("10.00"), Map.of(1L, 1_000L));
    }

    @AfterEach
    void closeStore() {
        if (connect != null) {
            connect.close();
        }
        store.close();
    }

    @Test
    void readsEveryStreamThatMapsToAnEntity() {
        long second = store.shop().locations().create("Hamburg", "LOC-2").id();
        store.shop().stock().count("SHIRT", second, 5);
        Order order = buy();
        store.shop().orders().fulfil(order.id(), Fulfilment.Tracking.NONE);
        store.shop()
                .orders()
                .refund(order.id(), store.shop().orders().lines(order.id(), Map.of("SHIRT", 1)), true, "no");
        connect = TaskHarness.started(new ShopifySourceConnector(), props(""), clock);
        List<String> streams = List.of(
                "orders",
                "fulfilments",
                "payments",
                "refunds",
                "products",
                "variants",
                "inventory_levels",
                "locations");
        connect.runUntil(
                () -> streams.stream().noneMatch(stream -> connect.raw(stream).isEmpty())
                        && connect.raw("inventory_levels").size() == 2
                        && connect.raw("locations").size() == 2);
        assertThat(connect.raw("inventory_levels").stream().map(SourceRecord::sourcePartition))
                .as("one source partition for each location")
                .extracting(partition -> partition.get("slice"))
                .doesNotHaveDuplicates();
        SourceRecord refund = connect.raw("refunds").get(0);
        assertThat(refund.sourcePartition())
                .as("its order's listing holds the offset")
                .isEqualTo(Map.of("channel", "shopify", "instance", "shop-de", "stream", "orders"));
        assertThat(refund.value()).extracting("$parent.legacyResourceId").isEqualTo(Long.toString(order.id()));
    }

    @Test
    void aWebhookIsAcknowledgedOnlyWhenKafkaHasTheRecord() throws Exception {
        Order order = buy();
        listen("ORDERS_UPDATED");
        store.shop().orders().touch(order.id());
        List<SourceRecord> polled = pollUntilSome();
        assertThat(store.webhooks().acknowledged()).isZero();
        SourceRecord record = polled.get(0);
        assertThat(record.key()).isEqualTo(Long.toString(order.id()));
        assertThat(record.headers().lastWithName(RecordHeaders.CAPTURE_MODE).value())
                .isEqualTo("WEBHOOK");
        assertThat(record.sourcePartition().get("stream")).isEqualTo("webhooks");
        connect.store(polled);
        assertThat(store.webhooks().awaitDrained(Duration.ofSeconds(10))).isTrue();
        assertThat(store.webhooks().deliveries())
                .extracting(WebhookDelivery::status)
                .containsExactly(200);
        assertThat(connect.metric("webhook-stored-total")).isEqualTo(1L);
    }

    @Test
    void aWebhookThatKafkaDoesNotGetInTimeIsDeliveredAgain() throws Exception {
        Order order = buy();
        listen("ORDERS_UPDATED");
        store.shop().orders().touch(order.id());
        pollUntilSome();
        List<SourceRecord> again = pollUntilSome();
        assertThat(again.get(0).key()).isEqualTo(Long.toString(order.id()));
        connect.store(again);
        assertThat(store.webhooks().awaitDrained(Duration.ofSeconds(10))).isTrue();
        assertThat(store.webhooks().deliveries().stream().collect(Collectors.groupingBy(WebhookDelivery::status)))
                .containsKeys(503, 200);
    }

    @Test
    void aForgedWebhookIsRefusedAndADeletionIsTold() throws Exception {
        Order order = buy();
        listen("ORDERS_DELETE");
        store.faults().nextWebhooks(new WebhookFault.WrongSignature());
        store.shop().orders().delete(order.id());
        List<SourceRecord> polled = pollUntilSome();
        assertThat(polled).hasSize(1);
        assertThat(polled.get(0).value())
                .isEqualTo(Map.of("legacyResourceId", Long.toString(order.id()), "$deleted", true));
        connect.store(polled);
        assertThat(store.webhooks().awaitDrained(Duration.ofSeconds(10))).isTrue();
        assertThat(store.webhooks().deliveries())
                .extracting(WebhookDelivery::status)
                .containsExactly(401, 200);
    }

    @Test
    void carriesWhatACustomerConsentsTo() {
        store.shop().customers().create(CustomerProfile.of("ada@example.com", "Ada", "Lovelace"));
        connect = TaskHarness.started(new ShopifySourceConnector(), props("customers"), clock);
        connect.runUntil(() -> connect.raw("customers").size() == 1);
        assertThat(connect.raw("customers").get(0).value())
                .extracting("defaultEmailAddress.emailAddress")
                .isEqualTo("ada@example.com");
    }

    private List<SourceRecord> pollUntilSome() {
        for (int i = 0; i < 40; i++) {
            List<SourceRecord> polled = connect.poll().stream()
                    .filter(record -> record.topic().contains(".raw."))
                    .toList();
            if (!polled.isEmpty()) {
                return polled;
            }
        }
        throw new AssertionError("nothing came");
    }

    /** Starts the task with a listener, waits until it listens, and has the platform send there. */
    private void listen(String topic) throws Exception {
        int port = freePort();
        Map<String, String> props = props("orders");
        props.put("start.time", "now");
        props.put("webhook.enabled", "true");
        props.put("webhook.bind.host", "127.0.0.1");
        props.put("webhook.port", Integer.toString(port));
        props.put("webhook.ack.timeout.ms", "1000");
        props.put("shopify.client.secret", store.settings().clientSecret());
        connect = TaskHarness.started(new ShopifySourceConnector(), props, clock);
        URI listener = URI.create("http://127.0.0.1:" + port + "/webhooks/shop-de");
        org.awaitility.Awaitility.await().until(() -> {
            try {
                return HttpClient.newHttpClient()
                                .send(HttpRequest.newBuilder(listener).build(), HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 405;
            } catch (IOException e) {
                return false;
            }
        });
        byte[] body = RecordJson.write(
                Map.of("query", SUBSCRIBE, "variables", Map.of("topic", topic, "uri", listener.toString())));
        HttpRequest subscribe = HttpRequest.newBuilder(URI.create(store.baseUri() + "/admin/api/2026-07/graphql.json"))
                .header("Content-Type", "application/json")
                .header("X-Shopify-Access-Token", store.settings().accessToken())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(subscribe, HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("\"userErrors\":[]");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Order buy() {
        OrderDraft draft = OrderDraft.of("EUR", 1, new OrderDraft.Line("SHIRT", 1, new BigDecimal("10.00")));
        return ((OrderResult.Placed) store.shop().orders().place(draft)).order();
    }

    private Map<String, String> props(String streams) {
        Map<String, String> props = new HashMap<>();
        props.put("name", "shopify-source");
        props.put("channel.instance", "shop-de");
        props.put("shopify.store.url", store.baseUri().toString());
        props.put("shopify.access.token", store.settings().accessToken());
        props.put("streams", streams);
        props.put("poll.interval.ms", "1000");
        props.put("http.retry.timeout.ms", "0");
        return props;
    }
}
