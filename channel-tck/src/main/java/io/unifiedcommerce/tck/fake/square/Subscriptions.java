package io.unifiedcommerce.tck.fake.square;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.WebhookMessage;
import io.unifiedcommerce.tck.fake.WebhookSender;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** /v2/webhooks/subscriptions, and sending to them: the address is signed together with the body. */
final class Subscriptions {
    private static final String HMAC = "HmacSHA256";

    private final Map<String, Subscription> all = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final WebhookSender sender;
    private final String signatureKey;

    private record Subscription(String id, List<String> types, String url) {}

    Subscriptions(WebhookSender sender, String signatureKey) {
        this.sender = sender;
        this.signatureKey = signatureKey;
    }

    void serve(Routes routes) {
        routes.on("POST", "/v2/webhooks/subscriptions", "", (call, path) -> create(call.json()))
                .on("DELETE", "/v2/webhooks/subscriptions/{id}", "", (call, path) -> {
                    all.remove(path.text("id"));
                    return HttpAnswer.json(200, Json.object());
                });
    }

    private HttpAnswer create(JsonNode body) {
        JsonNode wanted = body.path("subscription");
        Subscription subscription = new Subscription(
                "wbhk_" + ids.incrementAndGet(),
                Json.texts(wanted.path("event_types")),
                wanted.path("notification_url").asText(""));
        if (subscription.url().isEmpty() || subscription.types().isEmpty()) {
            throw ApiError.invalid("MISSING_REQUIRED_PARAMETER", "event_types and notification_url are needed", null);
        }
        all.put(subscription.id(), subscription);
        ObjectNode answer = Json.object();
        ObjectNode created = wanted.deepCopy();
        created.put("id", subscription.id()).put("signature_key", signatureKey).put("enabled", true);
        answer.set("subscription", created);
        return HttpAnswer.json(200, answer);
    }

    /** Sends to whoever wants it; costs nothing when nobody does. */
    void fire(ObjectNode event) {
        String type = event.path("type").asText();
        byte[] body = event.toString().getBytes(StandardCharsets.UTF_8);
        all.values().stream()
                .filter(subscription -> subscription.types().contains(type))
                .forEach(subscription -> sender.send(new WebhookMessage(
                        subscription.id(),
                        type,
                        URI.create(subscription.url()),
                        () -> body,
                        signing -> Map.of(
                                "Content-Type",
                                "application/json",
                                "square-environment",
                                "Production",
                                "x-square-hmacsha256-signature",
                                signature(signing.wrong() ? "not the key" : signatureKey, subscription.url(), body)))));
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
