package io.unifiedcommerce.tck.fake.lightspeed;

import com.fasterxml.jackson.databind.JsonNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.WebhookMessage;
import io.unifiedcommerce.tck.fake.WebhookSender;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Webhooks: a form whose field {@code payload} holds a document in the old shape of API 1.0. */
final class Hooks {
    private static final Set<String> TYPES =
            Set.of("sale.update", "product.update", "customer.update", "inventory.update");

    private record Hook(long id, String type, URI url, boolean active) {}

    private final NavigableMap<Long, Hook> hooks = new ConcurrentSkipListMap<>();
    private final AtomicLong ids = new AtomicLong(700);
    private final WebhookSender sender;
    private final String secret;

    Hooks(WebhookSender sender, String secret) {
        this.sender = sender;
        this.secret = secret;
    }

    void serve(Routes routes) {
        routes.on(
                        "GET",
                        "/webhooks",
                        "webhooks",
                        (call, path) -> HttpAnswer.json(
                                200,
                                Map.of(
                                        "data",
                                        hooks.values().stream().map(Hooks::json).toList())))
                .on("POST", "/webhooks", "webhooks", (call, path) -> create(call))
                .on("GET", "/webhooks/{id}", "webhooks", (call, path) -> answer(200, get(path.id("id"))))
                .on("PUT", "/webhooks/{id}", "webhooks", (call, path) -> update(call, get(path.id("id"))))
                .on("DELETE", "/webhooks/{id}", "webhooks", (call, path) -> delete(path.id("id")));
    }

    /** Tells whoever wants it; one write may tell several times. */
    void fire(String type, Map<String, Object> payload) {
        for (Hook hook : hooks.values()) {
            if (hook.active() && hook.type().equals(type)) {
                byte[] body = form(type, payload);
                sender.send(new WebhookMessage(
                        String.valueOf(hook.id()),
                        type,
                        hook.url(),
                        () -> body,
                        signing -> Map.of(
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "X-Signature",
                                "signature=" + signature(signing) + ",algorithm=HMAC-SHA256")));
            }
        }
    }

    private static byte[] form(String type, Map<String, Object> payload) {
        String json = new String(HttpAnswer.json(200, payload).body(), StandardCharsets.UTF_8);
        String form = "domain_prefix=example&environment=prod&payload="
                + URLEncoder.encode(json, StandardCharsets.UTF_8) + "&type=" + type;
        return form.getBytes(StandardCharsets.UTF_8);
    }

    private String signature(WebhookMessage.Signing signing) {
        try {
            String key = signing.wrong() ? "another secret" : secret;
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signing.body()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private HttpAnswer create(HttpCall call) throws IOException {
        JsonNode body = call.json();
        return answer(201, kept(hook(ids.incrementAndGet(), body)));
    }

    private HttpAnswer update(HttpCall call, Hook before) throws IOException {
        return answer(200, kept(hook(before.id(), call.json())));
    }

    private static Hook hook(long id, JsonNode body) {
        return new Hook(
                id,
                body.path("type").asText(""),
                URI.create(body.path("url").asText("")),
                body.path("active").asBoolean(true));
    }

    private Hook kept(Hook hook) {
        if (!TYPES.contains(hook.type())) {
            throw new ApiProblem(422, "type is unknown");
        }
        if (hooks.values().stream()
                .anyMatch(other -> other.id() != hook.id()
                        && other.type().equals(hook.type())
                        && other.url().equals(hook.url()))) {
            throw new ApiProblem(409, "a webhook of this type and url exists");
        }
        hooks.put(hook.id(), hook);
        return hook;
    }

    private HttpAnswer delete(long id) {
        hooks.remove(get(id).id());
        return HttpAnswer.empty(204);
    }

    private Hook get(long id) {
        Hook hook = hooks.get(id);
        if (hook == null) {
            throw new ApiProblem(404, "Webhook not found");
        }
        return hook;
    }

    private static HttpAnswer answer(int status, Hook hook) {
        return HttpAnswer.json(status, Map.of("data", json(hook)));
    }

    private static Map<String, Object> json(Hook hook) {
        return Map.of(
                "id", String.valueOf(hook.id()),
                "type", hook.type(),
                "url", hook.url().toString(),
                "active", hook.active());
    }
}
