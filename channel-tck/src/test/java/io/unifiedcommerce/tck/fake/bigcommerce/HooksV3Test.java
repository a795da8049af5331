package io.unifiedcommerce.tck.fake.bigcommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.unifiedcommerce.tck.fake.Api;
import io.unifiedcommerce.tck.fake.Receiver;
import io.unifiedcommerce.tck.fake.WebhookFault;
import io.unifiedcommerce.tck.fake.shop.CustomerProfile;
import io.unifiedcommerce.tck.fake.shop.OrderDraft;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HooksV3Test {
    private static final String STOCK = "store/channel/*/inventory/product/stock_changed";

    private final FakeBigCommerce store = FakeBigCommerce.start(
            BigCommerceSettings.defaults().retrying(List.of(Duration.ofMillis(10), Duration.ofMillis(10))));
    private final Receiver receiver = new Receiver();
    private final Api api =
            new Api(store.baseUri(), Map.of("X-Auth-Token", "bc-access-token", "Accept", "application/json"));

    HooksV3Test() throws Exception {}

    @AfterEach
    void stop() {
        receiver.close();
        store.close();
    }

    private Api.Reply hook(String scope) throws Exception {
        return api.send(
                "POST",
                "/v3/hooks",
                "{\"scope\":\"" + scope + "\",\"destination\":\"" + receiver.uri()
                        + "\",\"is_active\":true,\"headers\":{\"X-Hook-Secret\":\"s3cret\"}}");
    }

    private void buyOne() {
        store.shop().catalogue().create("TEE", BigDecimal.TEN, Map.of(1L, 5L));
        store.shop().orders().place(OrderDraft.of("EUR", 1, new OrderDraft.Line("TEE", 1, BigDecimal.TEN)));
    }

    private void drain() throws InterruptedException {
        assertThat(store.webhooks().awaitDrained(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void sendsThinSignedEventsWithTheStaticSecret() throws Exception {
        hook("store/order/created");
        buyOne();
        drain();

        Receiver.Received event = receiver.received().get(0);
        assertThat(event.headers()).containsEntry("x-hook-secret", "s3cret");
        String signed =
                event.headers().get("webhook-id") + "." + event.headers().get("webhook-timestamp") + "." + event.body();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("bc-client-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String expected = Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        assertThat(event.headers().get("webhook-signature")).isEqualTo("v1," + expected);
        var body = JsonMapper.builder().build().readTree(event.body());
        assertThat(body.at("/scope").asText()).isEqualTo("store/order/created");
        assertThat(body.at("/data/id").asLong())
                .isEqualTo(
                        store.shop().orders().records().all().iterator().next().id());
        assertThat(body.at("/hash").asText()).hasSize(40);
    }

    @Test
    void tellsEveryLevelChangeWithTheLocation() throws Exception {
        hook(STOCK);
        buyOne();
        drain();

        assertThat(receiver.received())
                .as("the first stock and the sale")
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.body()).contains("\"location_id\":1"));
    }

    @Test
    void sendsAgainUntilAcknowledged() throws Exception {
        hook("store/order/created");
        receiver.answering(503, 500);
        buyOne();
        drain();

        assertThat(receiver.received()).hasSize(3);
        assertThat(receiver.received().stream()
                        .map(event -> event.headers().get("webhook-id"))
                        .distinct())
                .hasSize(1);
        assertThat(store.webhooks().acknowledged()).isEqualTo(1);
        assertThat(store.webhooks().refused()).isEqualTo(2);
    }

    @Test
    void deactivatesAHookThatNeverAcknowledges() throws Exception {
        long id = hook("store/order/created").json().at("/data/id").asLong();
        receiver.answering(500, 500, 500);
        buyOne();
        drain();

        assertThat(api.get("/v3/hooks/" + id).json().at("/data/is_active").asBoolean())
                .isFalse();
        assertThat(store.webhooks().givenUp()).isEqualTo(1);
    }

    @Test
    void losesDuplicatesAndForgesOnDemand() throws Exception {
        hook("store/customer/created");
        store.faults()
                .nextWebhooks(
                        new WebhookFault.Lost(), new WebhookFault.Duplicated(), new WebhookFault.WrongSignature());
        for (String name : List.of("lost", "twice", "forged")) {
            store.shop().customers().create(CustomerProfile.of(name + "@example.org", name, name));
        }
        drain();

        assertThat(receiver.received()).hasSize(3);
        assertThat(store.webhooks().lost()).isEqualTo(1);
        assertThat(receiver.received().stream()
                        .map(event -> event.headers().get("webhook-id"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void refusesASecondHookOfOneScopeAndDestination() throws Exception {
        assertThat(hook(STOCK).status()).isEqualTo(200);
        assertThat(hook(STOCK).status()).isEqualTo(422);
        assertThat(api.get("/v3/hooks?scope=" + STOCK.replace("*", "%2A"))
                        .json()
                        .at("/data")
                        .size())
                .isEqualTo(1);
    }
}
