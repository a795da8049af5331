package io.unifiedcommerce.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.unifiedcommerce.channel.record.RecordHeaders;
import io.unifiedcommerce.tck.fake.FakeClock;
import io.unifiedcommerce.tck.fake.WebhookDelivery;
import io.unifiedcommerce.tck.fake.WebhookFault;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.CustomerProfile;
import io.unifiedcommerce.tck.fake.shopify.FakeShopify;
import io.unifiedcommerce.tck.fake.shopify.ShopifySettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the law has Shopify tell an app: nothing can be read again, so the notification itself is the record. */
class ShopifyPrivacyTest {
    private final FakeClock clock = FakeClock.at("2026-03-01T12:00:00Z");
    private FakeShopify store;
    private Customer ada;
    private TaskHarness connect;

    @BeforeEach
    void openStoreAndListen() throws IOException {
        store = FakeShopify.start(ShopifySettings.defaults()
                .at(clock)
                .restoring(1_000_000)
                .retrying(List.of(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(1))));
        ada = store.shop().customers().create(CustomerProfile.of("ada@example.com", "Ada", "Lovelace"));
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        store.compliance().sendTo(URI.create("http://127.0.0.1:" + port + "/webhooks/shop-de"));
        connect = TaskHarness.started(new ShopifySourceConnector(), props(port), clock);
        connect.runUntil(() -> !connect.raw("customers").isEmpty());
    }

    @AfterEach
    void close() {
        connect.close();
        store.close();
    }

    @Test
    void eachRequestBecomesARecordAndIsAnsweredWhenKafkaHasIt() {
        store.compliance().redact(ada.id());
        List<SourceRecord> polled = pollUntilSome();
        assertThat(polled).extracting(SourceRecord::topic).containsExactly("commerce.raw.shopify.erasure_requests");
        assertThat(attempts("customers/redact")).as("not before Kafka has it").noneMatch(WebhookDelivery::acknowledged);
        connect.store(polled);
        await().until(() -> attempts("customers/redact").stream().anyMatch(WebhookDelivery::acknowledged));

        SourceRecord record = polled.get(0);
        assertThat(record.headers().lastWithName(RecordHeaders.CAPTURE_MODE).value())
                .isEqualTo("WEBHOOK");
        assertThat(record.value())
                .isInstanceOfSatisfying(
                        Map.class,
                        value -> assertThat(value)
                                .containsEntry(
                                        "$webhook",
                                        Map.of(
                                                "topic",
                                                "customers/redact",
                                                "delivery",
                                                record.key(),
                                                "at",
                                                clockWhenAsked(value)))
                                .containsKeys("customer", "orders_to_redact"));
    }

    @Test
    void aRequestForDataIsNotTakenForAnErasure() {
        store.compliance().requestData(ada.id());
        connect.runUntil(() -> !connect.raw("data_requests").isEmpty());
        store.compliance().redactShop();
        connect.runUntil(() -> !connect.raw("erasure_requests").isEmpty());
        assertThat(connect.raw("data_requests")).hasSize(1);
        assertThat(connect.raw("erasure_requests")).hasSize(1);
    }

    @Test
    void aWrongSignatureIsAnsweredWith401AndNothingElse() {
        store.faults().nextWebhooks(new WebhookFault.WrongSignature());
        store.compliance().redact(ada.id());
        await().until(() -> !attempts("customers/redact").isEmpty());
        assertThat(attempts("customers/redact").get(0).status()).isEqualTo(401);
        // The next attempt of the same is signed as it should be.
        connect.runUntil(() -> !connect.raw("erasure_requests").isEmpty());
        assertThat(connect.metric("webhook-refused-total")).isEqualTo(1L);
    }

    private static Object clockWhenAsked(Map<?, ?> value) {
        return ((Map<?, ?>) value.get("$webhook")).get("at");
    }

    private List<WebhookDelivery> attempts(String topic) {
        return store.webhooks().deliveries().stream()
                .filter(delivery -> delivery.topic().equals(topic))
                .toList();
    }

    private List<SourceRecord> pollUntilSome() {
        for (int i = 0; i < 40; i++) {
            List<SourceRecord> polled = connect.poll().stream()
                    .filter(record -> record.topic().contains("_requests"))
                    .toList();
            if (!polled.isEmpty()) {
                return polled;
            }
        }
        throw new AssertionError("nothing came");
    }

    private Map<String, String> props(int port) {
        Map<String, String> props = new HashMap<>();
        props.put("name", "shopify-source");
        props.put("channel.instance", "shop-de");
        props.put("shopify.store.url", store.baseUri().toString());
        props.put("shopify.access.token", store.settings().accessToken());
        props.put("shopify.client.secret", store.settings().clientSecret());
        props.put("streams", "customers,erasure_requests,data_requests");
        props.put("webhook.enabled", "true");
        props.put("webhook.bind.host", "127.0.0.1");
        props.put("webhook.port", Integer.toString(port));
        props.put("http.retry.timeout.ms", "0");
        return props;
    }
}
