package io.unifiedcommerce.tck.fake.square;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.WebhookMessage;
import io.unifiedcommerce.tck.fake.WebhookSender;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * /v2/webhooks/subscriptions, and sending to them: the address is signed together with the body, by a key of the subscription's
 * own. A listing tells no keys; a subscription that is asked for by itself does.
 */
final class Subscriptions {
    /** What only the application's own token may do; not one of Square's scopes. */
    static final String SCOPE = "the application's own token";

    private static final String HMAC = "HmacSHA256";
    private static final int MOST = 100;

    private final NavigableMap<Long, Subscription> all = new ConcurrentSkipListMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final WebhookSender sender;
    private final String signatureKey;
    private final Clock clock;

    private record Subscription(long number, ObjectNode json, String key) {
        private List<String> types() {
            return Json.texts(json.path("event_types"));
        }

        private String url() {
            return json.path("notification_url").asText();
        }

        private boolean enabled() {
            return json.path("enabled").asBoolean();
        }

        private ObjectNode withKey() {
            return json.deepCopy().put("signature_key", key);
        }
    }

    /** @param signatureKey the key of the first subscription; later ones have others */
    Subscriptions(WebhookSender sender, String signatureKey, Clock clock) {
        this.sender = sender;
        this.signatureKey = signatureKey;
        this.clock = clock;
    }

    void serve(Routes routes) {
        String one = "/v2/webhooks/subscriptions/{id}";
        routes.on("GET", "/v2/webhooks/subscriptions", SCOPE, (call, path) -> list(call))
                .on("POST", "/v2/webhooks/subscriptions", SCOPE, (call, path) -> create(call.json()))
                .on(
                        "GET",
                        one,
                        SCOPE,
                        (call, path) -> answer(get(path.text("id")).withKey()))
                .on("PUT", one, SCOPE, (call, path) -> update(get(path.text("id")), call.json()))
                .on("DELETE", one, SCOPE, (call, path) -> {
                    all.remove(get(path.text("id")).number());
                    return HttpAnswer.json(200, Json.object());
                });
    }

    private HttpAnswer list(HttpCall call) {
        boolean disabledToo = call.param("include_disabled").map("true"::equals).orElse(false);
        return Paging.of(call, MOST, MOST)
                .answer(
                        "subscriptions",
                        all.values().stream()
                                .filter(subscription -> disabledToo || subscription.enabled())
                                .map(Subscription::json)
                                .toList());
    }

    private HttpAnswer create(JsonNode body) {
        JsonNode wanted = body.path("subscription");
        long number = ids.incrementAndGet();
        String now = Json.time(clock.instant());
        ObjectNode json = wanted.deepCopy();
        json.put("id", "wbhk_" + number)
                .put("enabled", wanted.path("enabled").asBoolean(true))
                .put("created_at", now)
                .put("updated_at", now);
        Subscription subscription =
                new Subscription(number, json, number == 1 ? signatureKey : signatureKey + "-" + number);
        if (subscription.url().isEmpty() || subscription.types().isEmpty()) {
            throw ApiError.invalid("MISSING_REQUIRED_PARAMETER", "event_types and notification_url are needed", null);
        }
        all.put(number, subscription);
        return answer(subscription.withKey());
    }

    private HttpAnswer update(Subscription before, JsonNode body) {
        ObjectNode json = before.json().deepCopy();
        json.setAll((ObjectNode) body.path("subscription"));
        json.put("updated_at", Json.time(clock.instant()));
        all.put(before.number(), new Subscription(before.number(), json, before.key()));
        return answer(json);
    }

    private Subscription get(String id) {
        return all.values().stream()
                .filter(subscription -> subscription.json().path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> ApiError.notFound("The subscription was not found."));
    }

    private static HttpAnswer answer(ObjectNode subscription) {
        ObjectNode answer = Json.object();
        answer.set("subscription", subscription);
        return HttpAnswer.json(200, answer);
    }

    /** Sends to whoever wants it; costs nothing when nobody does. */
    void fire(ObjectNode event) {
        String type = event.path("type").asText();
        byte[] body = event.toString().getBytes(StandardCharsets.UTF_8);
        all.values().stream()
                .filter(subscription ->
                        subscription.enabled() && subscription.types().contains(type))
                .forEach(subscription -> sender.send(new WebhookMessage(
                        subscription.json().path("id").asText(),
                        type,
                        URI.create(subscription.url()),
                        () -> body,
                        signing -> Map.of(
                                "Content-Type",
                                "application/json",
                                "square-environment",
                                "Production",
                                "x-square-hmacsha256-signature",
                                signature(
                                        signing.wrong() ? "not the key" : subscription.key(),
                                        subscription.url(),
                                        body)))));
    }

    private static String signature(String key, String url, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), HMAC));
            mac.update(url.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + HMAC, e);
        }
    }
}
