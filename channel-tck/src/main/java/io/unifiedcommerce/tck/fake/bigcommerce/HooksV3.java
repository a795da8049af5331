package io.unifiedcommerce.tck.fake.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.WebhookMessage;
import io.unifiedcommerce.tck.fake.WebhookSender;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** /v3/hooks, and the sending of an event to every active hook that wants its scope. */
final class HooksV3 {
    private record Hook(
            long id,
            String scope,
            URI destination,
            Map<String, String> headers,
            boolean active,
            Instant createdAt,
            Instant updatedAt) {
        boolean wants(String event) {
            boolean family = scope.endsWith("/*") && event.startsWith(scope.substring(0, scope.length() - 1));
            return active && (family || scope.equals(event));
        }
    }

    private static final int MAX_PER_SCOPE = 10;
    private static final int MAX_PAGE = 250;
    private static final Duration FORGOTTEN = Duration.ofDays(90);

    private final AtomicLong ids = new AtomicLong(30_000_000);
    private final NavigableMap<Long, Hook> hooks = new ConcurrentSkipListMap<>();
    private final Map<Long, Instant> lastUsed = new ConcurrentHashMap<>();
    private final BigCommerceSettings settings;
    private final WebhookSender sender;
    private final HookSignature signature;

    HooksV3(BigCommerceSettings settings, WebhookSender sender) {
        this.settings = settings;
        this.sender = sender;
        signature = new HookSignature(settings.clientSecret());
        sender.onGivenUp(id -> activate(Long.parseLong(id), false));
    }

    void serve(Routes routes) {
        routes.on("GET", "/v3/hooks", "", (call, path) -> list(call))
                .on("POST", "/v3/hooks", "", (call, path) -> create(call))
                .on("GET", "/v3/hooks/{id}", "", (call, path) -> answer(get(path.id("id"))))
                .on("PUT", "/v3/hooks/{id}", "", (call, path) -> change(call, path.id("id")))
                .on("DELETE", "/v3/hooks/{id}", "", (call, path) -> delete(path.id("id")));
    }

    /** Sends to whoever wants it; costs nothing when nobody does. */
    void fire(String scope, ObjectNode data) {
        Instant now = settings.clock().instant();
        retire(now);
        for (Hook hook : hooks.values()) {
            if (hook.wants(scope)) {
                lastUsed.put(hook.id(), now);
                String messageId = signature.messageId();
                byte[] body = payload(scope, data, now);
                sender.send(new WebhookMessage(
                        String.valueOf(hook.id()), scope, hook.destination(), () -> body, signing -> {
                            Map<String, String> headers = new LinkedHashMap<>(hook.headers());
                            headers.put("Content-Type", "application/json");
                            headers.putAll(signature.headers(messageId, now, signing));
                            return headers;
                        }));
            }
        }
    }

    private byte[] payload(String scope, ObjectNode data, Instant now) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("scope", scope).put("store_id", "1000001");
        body.set("data", data);
        body.put("hash", signature.hash(scope + data + now.getEpochSecond()))
                .put("created_at", now.getEpochSecond())
                .put("producer", "stores/" + settings.storeHash());
        return HttpAnswer.json(200, body).body();
    }

    /** Without anything to tell for 90 days a hook is switched off. */
    private void retire(Instant now) {
        hooks.values().stream()
                .filter(Hook::active)
                .filter(hook ->
                        lastUsed.getOrDefault(hook.id(), hook.updatedAt()).isBefore(now.minus(FORGOTTEN)))
                .forEach(hook -> activate(hook.id(), false));
    }

    private HttpAnswer list(HttpCall call) {
        retire(settings.clock().instant());
        List<Hook> found = hooks.values().stream()
                .filter(hook -> call.param("scope").map(hook.scope()::equals).orElse(true))
                .filter(hook -> call.param("destination")
                        .map(hook.destination().toString()::equals)
                        .orElse(true))
                .filter(hook -> call.param("is_active")
                        .map(active -> Boolean.parseBoolean(active) == hook.active())
                        .orElse(true))
                .toList();
        return Page.of(call, MAX_PAGE).v3(found, this::json);
    }

    private HttpAnswer create(HttpCall call) throws IOException {
        JsonNode body = call.json();
        Instant now = settings.clock().instant();
        Hook hook = new Hook(
                ids.incrementAndGet(),
                body.path("scope").asText(""),
                destination(body.path("destination").asText("")),
                headers(body.path("headers")),
                body.path("is_active").asBoolean(true),
                now,
                now);
        requireKnown(hook.scope());
        synchronized (hooks) {
            requireRoom(hook);
            hooks.put(hook.id(), hook);
        }
        return answer(hook);
    }

    private HttpAnswer change(HttpCall call, long id) throws IOException {
        JsonNode body = call.json();
        Hook before = get(id);
        Hook after = new Hook(
                id,
                body.path("scope").asText(before.scope()),
                destination(body.path("destination").asText(before.destination().toString())),
                body.hasNonNull("headers") ? headers(body.path("headers")) : before.headers(),
                body.path("is_active").asBoolean(before.active()),
                before.createdAt(),
                settings.clock().instant());
        lastUsed.remove(id);
        hooks.put(id, after);
        return answer(after);
    }

    private HttpAnswer delete(long id) {
        Hook hook = get(id);
        hooks.remove(id);
        return answer(hook);
    }

    private void activate(long id, boolean active) {
        hooks.computeIfPresent(
                id,
                (key, hook) -> new Hook(
                        id,
                        hook.scope(),
                        hook.destination(),
                        hook.headers(),
                        active,
                        hook.createdAt(),
                        settings.clock().instant()));
    }

    private Hook get(long id) {
        Hook hook = hooks.get(id);
        if (hook == null) {
            throw new ApiError(404, "The webhook was not found");
        }
        return hook;
    }

    private void requireRoom(Hook wanted) {
        List<Hook> same = hooks.values().stream()
                .filter(hook -> hook.scope().equals(wanted.scope()))
                .toList();
        if (same.stream().anyMatch(hook -> hook.destination().equals(wanted.destination()))) {
            throw new ApiError(422, "A webhook of this scope and destination exists already", "destination");
        }
        if (same.size() >= MAX_PER_SCOPE) {
            throw new ApiError(422, "At most " + MAX_PER_SCOPE + " webhooks per scope", "scope");
        }
    }

    private static void requireKnown(String scope) {
        if (!scope.matches("store/[\\w/*]+")) {
            throw new ApiError(400, "The scope is not valid: " + scope, "scope");
        }
    }

    /** HTTPS only, as on the platform, but for receivers on the same machine, which have no certificate. */
    private static URI destination(String text) {
        URI uri = URI.create(text);
        boolean local = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
        if (!"https".equals(uri.getScheme()) && !local) {
            throw new ApiError(422, "destination must be an https URL", "destination");
        }
        return uri;
    }

    private static Map<String, String> headers(JsonNode node) {
        Map<String, String> headers = new LinkedHashMap<>();
        node.fields()
                .forEachRemaining(
                        field -> headers.put(field.getKey(), field.getValue().asText()));
        return headers;
    }

    private HttpAnswer answer(Hook hook) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("data", json(hook));
        body.putObject("meta");
        return HttpAnswer.json(200, body);
    }

    private JsonNode json(Hook hook) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", hook.id())
                .put("client_id", settings.clientId())
                .put("store_hash", settings.storeHash())
                .put("scope", hook.scope())
                .put("destination", hook.destination().toString())
                .put("is_active", hook.active())
                .put("created_at", hook.createdAt().getEpochSecond())
                .put("updated_at", hook.updatedAt().getEpochSecond());
        ObjectNode headers = json.putObject("headers");
        hook.headers().forEach(headers::put);
        return json;
    }
}
