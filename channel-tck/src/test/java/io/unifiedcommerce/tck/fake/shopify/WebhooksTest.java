package io.unifiedcommerce.tck.fake.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.unifiedcommerce.tck.fake.Receiver;
import io.unifiedcommerce.tck.fake.WebhookFault;
import io.unifiedcommerce.tck.fake.shop.Fulfilment;
import io.unifiedcommerce.tck.fake.shop.Order;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {
    private final Shopper shopper =
            new Shopper(ShopifySettings.defaults().retrying(List.of(Duration.ofMillis(5), Duration.ofMillis(5))));
    private final Receiver receiver = new Receiver();

    WebhooksTest() throws Exception {}

    @BeforeEach
    void stockTees() {
        shopper.store.shop().catalogue().create("TEE", new BigDecimal("29.90"), Map.of(1L, 100L));
    }

    @AfterEach
    void stop() {
        receiver.close();
        shopper.close();
    }

    private JsonNode subscribe(String topic, String uri) throws Exception {
        return shopper.data(
                        "mutation S($topic: WebhookSubscriptionTopic!, $sub: WebhookSubscriptionInput!) {"
                                + " webhookSubscriptionCreate(topic: $topic, webhookSubscription: $sub) {"
                                + " webhookSubscription { id topic uri } userErrors { message } } }",
                        Map.of("topic", topic, "sub", Map.of("uri", uri, "format", "JSON")))
                .path("webhookSubscriptionCreate");
    }

    private void subscribe(String topic) throws Exception {
        subscribe(topic, receiver.uri().toString());
    }

    private List<Receiver.Received> received() throws InterruptedException {
        assertThat(shopper.store.webhooks().awaitDrained(Duration.ofSeconds(10)))
                .isTrue();
        return receiver.received();
    }

    private static String hmac(String secret, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void sendsTheWholeOrderInRestShapeSignedOverTheRawBody() throws Exception {
        subscribe("ORDERS_CREATE");
        Order order = shopper.buy("TEE", 2);

        Receiver.Received webhook = received().get(0);
        JsonNode body = JsonMapper.builder().build().readTree(webhook.body());

        assertThat(webhook.headers().get("x-shopify-hmac-sha256"))
                .isEqualTo(hmac("shopify-client-secret", webhook.body()));
        assertThat(webhook.headers())
                .containsEntry("x-shopify-topic", "orders/create")
                .containsEntry("x-shopify-shop-domain", "fake-shop.myshopify.com")
                .containsKeys("x-shopify-webhook-id", "x-shopify-event-id", "x-shopify-triggered-at");
        assertThat(body.path("id").asLong()).isEqualTo(order.id());
        assertThat(body.path("admin_graphql_api_id").asText()).isEqualTo("gid://shopify/Order/" + order.id());
        assertThat(body.path("created_at").asText()).as("in the shop's zone").isEqualTo("2026-11-20T10:00:00-05:00");
        assertThat(body.at("/line_items/0/sku").asText()).isEqualTo("TEE");
        assertThat(body.path("total_price").asText()).isEqualTo("59.80");
    }

    @Test
    void sendsLevelsWithoutSku() throws Exception {
        subscribe("INVENTORY_LEVELS_UPDATE");
        shopper.buy("TEE", 2);

        JsonNode body = JsonMapper.builder().build().readTree(received().get(0).body());

        assertThat(body.path("available").asInt()).isEqualTo(98);
        assertThat(body.has("sku")).isFalse();
        assertThat(body.path("location_id").asLong()).isEqualTo(1);
    }

    @Test
    void tellsWhatHappenedToAnOrderTopicByTopic() throws Exception {
        for (String topic : List.of("ORDERS_UPDATED", "ORDERS_CANCELLED", "REFUNDS_CREATE", "FULFILLMENTS_CREATE")) {
            subscribe(topic);
        }
        Order order = shopper.buy("TEE", 2);
        long line = order.lines().get(0).id();
        shopper.store.shop().orders().fulfil(order.id(), Map.of(line, 1), Fulfilment.Tracking.NONE);
        shopper.store.shop().orders().cancel(order.id(), Order.Cancellation.Reason.CUSTOMER, true);

        assertThat(received().stream().map(one -> one.headers().get("x-shopify-topic")))
                .containsExactlyInAnyOrder(
                        "fulfillments/create",
                        "orders/updated",
                        "refunds/create",
                        "orders/cancelled",
                        "orders/updated");
    }

    @Test
    void refusesPlainHttpElsewhereAndASecondSubscription() throws Exception {
        subscribe("ORDERS_CREATE");

        assertThat(subscribe("ORDERS_CREATE", "http://example.org/hook")
                        .at("/userErrors/0/message")
                        .asText())
                .isEqualTo("Address protocol http:// is not supported");
        assertThat(subscribe("ORDERS_CREATE", receiver.uri().toString())
                        .at("/userErrors/0/message")
                        .asText())
                .contains("already been taken");
    }

    @Test
    void deletesASubscriptionThatNeverAcknowledges() throws Exception {
        subscribe("ORDERS_CREATE");
        receiver.answering(500, 500, 500);
        shopper.buy("TEE", 1);

        assertThat(received()).hasSize(3);
        assertThat(shopper.data("{ webhookSubscriptions(first: 5) { nodes { id } } }")
                        .at("/webhookSubscriptions/nodes"))
                .isEmpty();
    }

    @Test
    void swapsTwoWebhooksAndForgesASignatureOnDemand() throws Exception {
        subscribe("PRODUCTS_CREATE");
        shopper.store.faults().nextWebhooks(new WebhookFault.OutOfOrder(), new WebhookFault.WrongSignature());
        shopper.store.shop().catalogue().create("HELD", BigDecimal.TEN, Map.of());
        shopper.store.shop().catalogue().create("FORGED", BigDecimal.TEN, Map.of());

        List<Receiver.Received> all = received();

        assertThat(all).hasSize(2);
        assertThat(all)
                .filteredOn(one -> !one.headers().get("x-shopify-hmac-sha256").equals(signature(one.body())))
                .singleElement()
                .satisfies(one -> assertThat(one.body()).contains("FORGED"));
    }

    @Test
    void sendsLateOnDemand() throws Exception {
        subscribe("PRODUCTS_CREATE");
        shopper.store.faults().nextWebhooks(new WebhookFault.Late(Duration.ofMillis(500)));
        shopper.store.shop().catalogue().create("LATE", BigDecimal.TEN, Map.of());
        shopper.store.shop().catalogue().create("PROMPT", BigDecimal.TEN, Map.of());

        assertThat(received())
                .extracting(Receiver.Received::body)
                .satisfiesExactly(
                        first -> assertThat(first).contains("PROMPT"),
                        second -> assertThat(second).contains("LATE"));
    }

    private static String signature(String body) {
        try {
            return hmac("shopify-client-secret", body);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
