package io.unifiedcommerce.tck.fake.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.schema.DataFetchingEnvironment;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.WebhookMessage;
import io.unifiedcommerce.tck.fake.WebhookSender;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Webhook subscriptions made by API, and the sending of an event to everyone who wants its topic. */
final class Subscriptions {
    private record Subscription(
            long id,
            String topic,
            URI uri,
            List<String> includeFields,
            List<String> metafieldNamespaces,
            String filter,
            String name,
            Instant createdAt) {}

    private final AtomicLong ids = new AtomicLong(1_200_000);
    private final NavigableMap<Long, Subscription> all = new ConcurrentSkipListMap<>();
    private final ShopifySettings settings;
    private final WebhookSender sender;
    private final WebhookSignature signature;

    Subscriptions(ShopifySettings settings, WebhookSender sender) {
        this.settings = settings;
        this.sender = sender;
        signature = new WebhookSignature(settings);
        // After its last retry the platform deletes a subscription that was made by API.
        sender.onGivenUp(id -> all.remove(Long.parseLong(id)));
    }

    void wire(Wiring wiring) {
        wiring.query()
                .field("webhookSubscriptions", (root, call) -> list(call))
                .field(
                        "webhookSubscription",
                        (root, call) -> all.get(Gid.of(call.getArgument("id"), "WebhookSubscription")));
        wiring.mutation()
                .field(
                        "webhookSubscriptionCreate",
                        (root, call) -> create(call.getArgument("topic"), call.getArgument("webhookSubscription")))
                .field("webhookSubscriptionDelete", (root, call) -> delete(call.getArgument("id")));
        wiring.node("WebhookSubscription", Subscription.class, all::get)
                .field("id", one -> Gid.of("WebhookSubscription", one.id()))
                .field("legacyResourceId", Subscription::id)
                .field("topic", Subscription::topic)
                .field("uri", one -> one.uri().toString())
                .field("filter", Subscription::filter)
                .field("includeFields", Subscription::includeFields)
                .field("metafieldNamespaces", Subscription::metafieldNamespaces)
                .field("name", Subscription::name)
                .field("createdAt", Subscription::createdAt)
                .field("updatedAt", Subscription::createdAt)
                .constant("JSON", "format")
                .constant(AppTypes.version(WebhookSignature.VERSION), "apiVersion");
    }

    /** Sends to whoever wants the topic; the body is made later, and only if someone does. */
    void fire(String topic, Supplier<ObjectNode> body) {
        Instant now = settings.clock().instant();
        String eventId = UUID.randomUUID().toString();
        for (Subscription one : all.values()) {
            if (one.topic().equals(topic)) {
                String webhookId = UUID.randomUUID().toString();
                sender.send(new WebhookMessage(
                        String.valueOf(one.id()),
                        topic,
                        one.uri(),
                        () -> HttpAnswer.json(200, trimmed(body.get(), one)).body(),
                        signing -> signature.headers(header(topic), webhookId, eventId, now, signing)));
            }
        }
    }

    private static ObjectNode trimmed(ObjectNode body, Subscription one) {
        return one.includeFields().isEmpty() ? body : body.retain(one.includeFields());
    }

    /** ORDERS_CREATE is orders/create on the wire, INVENTORY_LEVELS_UPDATE inventory_levels/update. */
    private static String header(String topic) {
        int verb = topic.lastIndexOf('_');
        return (topic.substring(0, verb) + "/" + topic.substring(verb + 1)).toLowerCase(Locale.ROOT);
    }

    private Connection list(DataFetchingEnvironment call) {
        List<String> topics = call.getArgument("topics");
        String uri = call.getArgument("uri");
        List<Subscription> found = all.values().stream()
                .filter(one -> topics == null || topics.contains(one.topic()))
                .filter(one -> uri == null || uri.equals(one.uri().toString()))
                .toList();
        return PageRequest.of(call).take(found);
    }

    private Object create(String topic, Map<String, Object> input) {
        URI uri = URI.create(String.valueOf(input.get("uri")));
        boolean local = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
        // HTTPS only, as on the platform, but for receivers on the same machine, which have no certificate.
        if ("http".equals(uri.getScheme()) && !local) {
            return refused("Address protocol http:// is not supported");
        }
        synchronized (all) {
            boolean taken = all.values().stream()
                    .anyMatch(one -> one.topic().equals(topic) && one.uri().equals(uri));
            if (taken) {
                return refused("Address for this topic has already been taken");
            }
            Subscription made = new Subscription(
                    ids.incrementAndGet(),
                    topic,
                    uri,
                    texts(input, "includeFields"),
                    texts(input, "metafieldNamespaces"),
                    (String) input.get("filter"),
                    (String) input.get("name"),
                    settings.clock().instant());
            all.put(made.id(), made);
            return Payload.of("webhookSubscription", made);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Map<String, Object> input, String name) {
        return (List<String>) input.getOrDefault(name, List.of());
    }

    private static Object refused(String message) {
        return Payload.of(
                "webhookSubscription",
                null,
                List.of(Payload.error(null, message, "webhookSubscription", "callbackUrl")));
    }

    private Object delete(String id) {
        boolean gone = all.remove(Gid.of(id, "WebhookSubscription")) != null;
        return gone
                ? Payload.of("deletedWebhookSubscriptionId", id)
                : Payload.of(
                        "deletedWebhookSubscriptionId",
                        null,
                        List.of(Payload.error(null, "Webhook subscription does not exist", "id")));
    }
}
