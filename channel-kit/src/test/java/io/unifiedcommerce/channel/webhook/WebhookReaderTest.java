package io.unifiedcommerce.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.manifest.WebhookSpec;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookReaderTest {
    private static final WebhookSpec.Verification ANY = new WebhookSpec.Verification.SecretHeader("X-Secret", "x");

    private final WebhookReader byHeader = new WebhookReader(new WebhookSpec(
            ANY,
            "header:X-Topic",
            "header:X-Event-Id",
            Map.of(
                    "orders/updated", topic("orders", "admin_id", null, false),
                    "orders/delete", topic("orders", "id", null, true))));

    private final WebhookReader byBody =
            new WebhookReader(new WebhookSpec(ANY, "body:scope", "body:hash", bodyTopics()));

    @Test
    void readsWhatChanged() {
        Map<String, String> headers = Map.of("x-topic", "orders/updated", "x-event-id", "e-1");

        assertThat(byHeader.read(headers, bytes("{\"id\":7300112233,\"admin_id\":\"gid://shopify/Order/7300112233\"}")))
                .contains(new WebhookHint(
                        "orders/updated", "orders", "gid://shopify/Order/7300112233", null, false, "e-1"));
    }

    @Test
    void readsAFormThatHoldsADocument() {
        WebhookReader reader = new WebhookReader(new WebhookSpec(
                ANY,
                "payload",
                "body:type",
                null,
                null,
                Map.of("sale.update", topic("sales", "payload.id", null, false)),
                null));

        assertThat(reader.read(
                        Map.of(), bytes("environment=prod&payload=%7B%22id%22%3A%226f1d+2a%22%7D&type=sale.update")))
                .contains(new WebhookHint("sale.update", "sales", "6f1d 2a", null, false, null));
        assertThatThrownBy(() -> reader.read(Map.of(), bytes("{\"id\":1}")))
                .isInstanceOf(UnreadableWebhookException.class)
                .hasMessageContaining("no field payload");
        assertThatThrownBy(() -> reader.read(Map.of(), bytes("payload=%zz&type=sale.update")))
                .isInstanceOf(UnreadableWebhookException.class)
                .hasMessageContaining("not a form");
    }

    @Test
    void readsWhatIsGone() {
        assertThat(byHeader.read(Map.of("X-Topic", "orders/delete"), bytes("{\"id\":7300112233}")))
                .contains(new WebhookHint("orders/delete", "orders", "7300112233", null, true, null));
    }

    @Test
    void matchesAnyOnePartOfATopic() {
        String body = "{\"scope\":\"store/channel/17/stock_changed\",\"data\":{\"variant_id\":512,\"location_id\":2},"
                + "\"hash\":\"3b1d\"}";

        assertThat(byBody.read(Map.of(), bytes(body)))
                .contains(new WebhookHint(
                        "store/channel/17/stock_changed", "inventory_levels", "512", "2", false, "3b1d"));
        assertThat(byBody.read(Map.of(), bytes("{\"scope\":\"store/channel/1/2/stock_changed\"}")))
                .isEmpty();
    }

    @Test
    void prefersTheTopicThatIsNamed() {
        String body = "{\"scope\":\"store/channel/1/stock_changed\",\"data\":{\"variant_id\":512}}";

        assertThat(byBody.read(Map.of(), bytes(body)))
                .get()
                .extracting(WebhookHint::stream)
                .isEqualTo("main_levels");
    }

    @Test
    void hasNoUseForOtherTopics() {
        assertThat(byHeader.read(Map.of("X-Topic", "carts/create"), bytes("{}")))
                .isEmpty();
    }

    @Test
    void refusesWhatItCannotReadWithoutQuotingIt() {
        Map<String, String> headers = Map.of("X-Topic", "orders/updated");

        assertThatThrownBy(() -> byHeader.read(headers, bytes("ines@example.org")))
                .isInstanceOf(UnreadableWebhookException.class)
                .hasMessage("the webhook's body is not JSON")
                .hasNoCause();
        assertThatThrownBy(() -> byHeader.read(headers, bytes(""))).isInstanceOf(UnreadableWebhookException.class);
        assertThatThrownBy(() -> byHeader.read(headers, bytes("{\"admin_id\":\"\"}")))
                .isInstanceOf(UnreadableWebhookException.class)
                .hasMessage("the webhook of topic orders/updated has no id at admin_id");
        assertThatThrownBy(() -> byHeader.read(Map.of(), bytes("{}")))
                .isInstanceOf(UnreadableWebhookException.class)
                .hasMessage("the webhook names no topic in header:X-Topic");
    }

    @Test
    void refusesAPlaceThatIsNone() {
        assertThatThrownBy(() -> new WebhookReader(new WebhookSpec(ANY, "X-Topic", null, Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("header:<name>");
    }

    @Test
    void takesTheBodyForTheRecordWhereATopicNamesNoId() {
        WebhookReader reader = new WebhookReader(new WebhookSpec(
                ANY,
                null,
                "header:X-Topic",
                "header:X-Event-Id",
                "header:X-Triggered-At",
                Map.of("customers/redact", new WebhookSpec.Topic("erasure_requests", null, null, false, false)),
                null));
        Map<String, String> headers = Map.of("x-topic", "customers/redact", "x-event-id", "e-1");

        assertThat(reader.read(headers, bytes("{\"shop_id\":7}"))).get().satisfies(hint -> {
            assertThat(hint.stream()).isEqualTo("erasure_requests");
            assertThat(hint.id()).isNull();
            assertThat(hint.record())
                    .isEqualTo(
                            Map.of("shop_id", 7L, "$webhook", Map.of("topic", "customers/redact", "delivery", "e-1")));
            assertThat(hint.toString()).doesNotContain("shop_id");
        });
        assertThatThrownBy(() -> reader.read(headers, bytes("[1]"))).isInstanceOf(UnreadableWebhookException.class);
    }

    private static Map<String, WebhookSpec.Topic> bodyTopics() {
        Map<String, WebhookSpec.Topic> topics = new LinkedHashMap<>();
        topics.put(
                "store/channel/*/stock_changed",
                topic("inventory_levels", "data.variant_id", "data.location_id", false));
        topics.put("store/channel/1/stock_changed", topic("main_levels", "data.variant_id", null, false));
        return topics;
    }

    private static WebhookSpec.Topic topic(String stream, String id, String slice, boolean deleted) {
        return new WebhookSpec.Topic(stream, id, slice, deleted);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
