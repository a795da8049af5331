package io.unifiedcommerce.tck.fake.shopify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.WebhookMessage;
import io.unifiedcommerce.tck.fake.WebhookSender;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The webhooks that the law demands of an app. Their address stands in the app's own configuration; no API knows of them.
 * Thread safe.
 */
public final class ComplianceWebhooks {
    private static final long SHOP_ID = 954_889;

    private final AtomicLong requests = new AtomicLong(9_000);
    private final Shop shop;
    private final ShopifySettings settings;
    private final WebhookSender sender;
    private final WebhookSignature signature;
    private volatile URI address;

    ComplianceWebhooks(Shop shop, ShopifySettings settings, WebhookSender sender) {
        this.shop = shop;
        this.settings = settings;
        this.sender = sender;
        this.signature = new WebhookSignature(settings);
    }

    /** What the app's configuration names. */
    public void sendTo(URI newAddress) {
        address = newAddress;
    }

    /** A customer asks the merchant what is known about them. */
    public void requestData(long customerId) {
        ObjectNode body = of(customerId, "orders_requested");
        body.putObject("data_request").put("id", requests.incrementAndGet());
        send("customers/data_request", body);
    }

    /** The merchant has a customer forgotten. */
    public void redact(long customerId) {
        send("customers/redact", of(customerId, "orders_to_redact"));
    }

    /** The merchant removed the app two days ago. */
    public void redactShop() {
        send("shop/redact", body());
    }

    private ObjectNode of(long customerId, String orders) {
        Customer customer = shop.customers().records().find(customerId).orElseThrow();
        ObjectNode body = body();
        body.putObject("customer")
                .put("id", customer.id())
                .put("email", customer.profile().email())
                .put("phone", customer.profile().phone());
        ArrayNode ids = body.putArray(orders);
        shop.orders().records().all().stream()
                .filter(order -> order.placed().customerId() == customer.id())
                .map(Order::id)
                .forEach(ids::add);
        return body;
    }

    private ObjectNode body() {
        return JsonNodeFactory.instance.objectNode().put("shop_id", SHOP_ID).put("shop_domain", settings.domain());
    }

    private void send(String topic, ObjectNode body) {
        Instant now = settings.clock().instant();
        String id = UUID.randomUUID().toString();
        sender.send(new WebhookMessage(
                topic,
                topic,
                address,
                () -> HttpAnswer.json(200, body).body(),
                signing -> signature.headers(topic, id, id, now, signing)));
    }
}
