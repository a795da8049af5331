package io.unifiedcommerce.tck.fake.square;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.manifest.WebhookSpec;
import io.unifiedcommerce.channel.webhook.WebhookVerifier;
import io.unifiedcommerce.tck.fake.Api;
import io.unifiedcommerce.tck.fake.FakeClock;
import io.unifiedcommerce.tck.fake.Receiver;
import io.unifiedcommerce.tck.fake.WebhookFault;
import io.unifiedcommerce.tck.fake.shop.OrderDraft;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeSquareTest {
    private static final String CHANGES = "/v2/inventory/changes/batch-create";
    private static final BigDecimal PRICE = new BigDecimal("29.90");

    private final FakeClock clock = FakeClock.at("2026-11-22T10:00:00Z");
    private final FakeSquare seller = FakeSquare.start(SquareSettings.defaults().at(clock));
    private final Api api = new Api(
            seller.baseUri(),
            Map.of(
                    "Authorization", "Bearer sq-access-token",
                    "Square-Version", "2026-08-19",
                    "Content-Type", "application/json"));
    private Variant tee;

    @BeforeEach
    void stock() {
        tee = seller.shop().catalogue().create("TEE", PRICE, Map.of(1L, 10L));
        clock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void stop() {
        seller.close();
    }

    @Test
    void takesALaterSaleOffACountOfThePast() throws Exception {
        clock.advance(Duration.ofMinutes(10));
        sell(2);
        clock.advance(Duration.ofMinutes(10));

        // Counted before the sale, told after it.
        assertThat(count("k1", 14, "2026-11-22T11:05:00Z").status()).isEqualTo(200);

        assertThat(seller.shop().stock().available("TEE", 1)).isEqualTo(12);
    }

    @Test
    void takesNothingOffACountThatSawTheSale() throws Exception {
        sell(2);
        clock.advance(Duration.ofMinutes(10));

        count("k1", 14, "2026-11-22T11:05:00Z");

        assertThat(seller.shop().stock().available("TEE", 1)).isEqualTo(14);
    }

    @Test
    void carriesARequestOutOncePerKey() throws Exception {
        assertThat(move("k1", 3).status()).isEqualTo(200);
        assertThat(move("k1", 3).json().path("counts").get(0).path("quantity").asText())
                .isEqualTo("7");
        assertThat(move("k1", 4).json().path("errors").get(0).path("code").asText())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");

        assertThat(seller.shop().stock().available("TEE", 1)).isEqualTo(7);
    }

    @Test
    void refusesTheFutureAndWhatIsADayOld() throws Exception {
        assertThat(count("k1", 1, "2026-11-22T11:00:01Z").status()).isEqualTo(400);
        assertThat(count("k2", 1, "2026-11-21T10:59:59Z").status()).isEqualTo(400);
        assertThat(seller.shop().stock().available("TEE", 1)).isEqualTo(10);
    }

    @Test
    void showsOurOwnMovementsWithTheirReference() throws Exception {
        move("k1", 3);

        var changes = api.send("POST", "/v2/inventory/changes/batch-retrieve", "{\"types\":[\"ADJUSTMENT\"]}")
                .json()
                .path("changes");
        var last = changes.get(changes.size() - 1).path("adjustment");
        assertThat(last.path("reference_id").asText()).isEqualTo("ucc:k1");
        assertThat(last.path("source").path("application_id").asText()).isEqualTo("sq0idp-app");
        assertThat(last.path("to_state").asText()).isEqualTo("SOLD");
    }

    @Test
    void aCursorIsGoodForItsQueryOnly() throws Exception {
        sell(1);
        sell(1);
        String cursor = api.send("POST", "/v2/orders/search", "{\"location_ids\":[\"1\"],\"limit\":1}")
                .json()
                .path("cursor")
                .asText();

        String other = "{\"location_ids\":[\"2\"],\"limit\":1,\"cursor\":\"" + cursor + "\"}";
        assertThat(api.send("POST", "/v2/orders/search", other)
                        .json()
                        .path("errors")
                        .get(0)
                        .path("code")
                        .asText())
                .isEqualTo("INVALID_CURSOR");
    }

    @Test
    void signsTheAddressTogetherWithTheBody() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String url = receiver.uri().toString();
            api.send(
                    "POST",
                    "/v2/webhooks/subscriptions",
                    "{\"subscription\":{\"event_types\":[\"order.created\"],\"notification_url\":\"" + url + "\"}}");
            seller.faults().nextWebhooks(new WebhookFault.WrongSignature());
            sell(1);
            seller.webhooks().awaitDrained(Duration.ofSeconds(10));
            sell(1);
            seller.webhooks().awaitDrained(Duration.ofSeconds(10));

            List<Receiver.Received> received = receiver.received();
            assertThat(received).hasSize(2);
            assertThat(genuine(url, received.get(0))).isFalse();
            assertThat(genuine(url, received.get(1))).isTrue();
            assertThat(genuine(url + "/", received.get(1))).isFalse();
        }
    }

    private static boolean genuine(String url, Receiver.Received webhook) {
        WebhookSpec.Verification spec = new WebhookSpec.Verification.Hmac(
                "x-square-hmacsha256-signature",
                null,
                "${key}",
                "${url}",
                WebhookSpec.Hash.SHA256,
                WebhookSpec.Encoding.BASE64);
        return WebhookVerifier.of(spec, Map.of("key", "sq-signature-key", "url", url), Clock.systemUTC())
                .verify(webhook.headers(), webhook.body().getBytes(StandardCharsets.UTF_8))
                .genuine();
    }

    private void sell(int units) {
        seller.shop().orders().place(OrderDraft.of("EUR", 1, new OrderDraft.Line("TEE", units, PRICE)));
    }

    private Api.Reply count(String key, long units, String occurred) throws Exception {
        return change(
                key,
                "\"type\":\"PHYSICAL_COUNT\",\"physical_count\":{\"state\":\"IN_STOCK\",\"location_id\":\"1\",",
                units,
                occurred);
    }

    private Api.Reply move(String key, long units) throws Exception {
        return change(
                key,
                "\"type\":\"ADJUSTMENT\",\"adjustment\":{\"from_state\":\"IN_STOCK\",\"to_state\":\"SOLD\","
                        + "\"from_location_id\":\"1\",\"to_location_id\":\"1\",",
                units,
                clock.instant().toString());
    }

    private Api.Reply change(String key, String head, long units, String occurred) throws Exception {
        String body = "{\"idempotency_key\":\"" + key + "\",\"changes\":[{" + head + "\"reference_id\":\"ucc:" + key
                + "\",\"catalog_object_id\":\"" + tee.id() + "\",\"quantity\":\"" + units + "\",\"occurred_at\":\""
                + occurred + "\"}}]}";
        return api.send("POST", CHANGES, body);
    }
}
