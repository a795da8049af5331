package io.unifiedcommerce.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.unifiedcommerce.quickstart.stack.ConnectWorker;
import io.unifiedcommerce.quickstart.stack.Distribution;
import io.unifiedcommerce.quickstart.stack.Ports;
import io.unifiedcommerce.quickstart.stack.Stack;
import io.unifiedcommerce.tck.fake.WebhookDelivery;
import io.unifiedcommerce.tck.fake.shop.OrderDraft;
import io.unifiedcommerce.tck.fake.shopify.FakeShopify;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a platform waits for the answer to a webhook. The answer comes when Kafka has the order that the connector read
 * after the webhook told of it, so this is also the time from a sale to Kafka, less the platform's own. Broker, worker and
 * simulated shop share this machine.
 */
public final class WebhookTimes {
    private static final String INSTANCE = "bench";
    private static final String SKU = "TEE";
    private static final BigDecimal PRICE = new BigDecimal("20.00");
    private static final int WARM_UP_SECONDS = 20;
    private static final int SECONDS = 30;

    private final FakeShopify shop;

    private WebhookTimes(FakeShopify shop) {
        this.shop = shop;
    }

    /** Arguments: the project's root, and the orders a second of each half-minute. */
    public static void main(String[] arguments) throws Exception {
        Distribution distribution = Distribution.under(Path.of(arguments[0]));
        Path directory = Files.createTempDirectory("webhook-times");
        try (FakeShopify shop = FakeShopify.start();
                Stack stack = Stack.start(distribution.runtimes(), directory)) {
            stack.broker()
                    .createTopics(
                            Set.of("commerce.orders.v1", "commerce.dlq.normalize", "commerce.heartbeat.shopify"),
                            1,
                            Map.of());
            ConnectWorker worker = stack.startWorker(
                    distribution.pluginArchives(), Map.of("_JAVA_OPTIONS", "-XX:TieredStopAtLevel=4"), Map.of());
            int port = Ports.free();
            worker.rest().put(INSTANCE, config(shop, port));
            worker.rest().awaitRunning(INSTANCE, Duration.ofSeconds(60));
            shop.shop().catalogue().create(SKU, PRICE, Map.of(1L, 1_000_000_000L));
            WebhookTimes times = new WebhookTimes(shop);
            times.subscribe(URI.create("http://127.0.0.1:" + port + "/webhooks/" + INSTANCE));
            times.sell(20, WARM_UP_SECONDS);
            for (String rate : List.of(arguments).subList(1, arguments.length)) {
                times.measure(Integer.parseInt(rate));
            }
        }
    }

    private static Map<String, String> config(FakeShopify shop, int port) {
        Map<String, String> config = new LinkedHashMap<>();
        config.put("connector.class", "io.unifiedcommerce.source.ShopifySourceConnector");
        config.put("tasks.max", "1");
        config.put("channel.instance", INSTANCE);
        config.put("streams", "orders");
        config.put("shopify.store.url", shop.baseUri().toString());
        config.put("shopify.access.token", shop.settings().accessToken());
        config.put("shopify.client.secret", shop.settings().clientSecret());
        config.put("webhook.enabled", "true");
        config.put("webhook.bind.host", "127.0.0.1");
        config.put("webhook.port", Integer.toString(port));
        config.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        config.put("value.converter", "io.unifiedcommerce.smt.CommerceJsonConverter");
        config.put("transforms", "normalize");
        config.put("transforms.normalize.type", "io.unifiedcommerce.smt.NormalizeCommerceEvent");
        config.put("transforms.normalize.deadletter.topic.name", "commerce.dlq.normalize");
        return config;
    }

    private void subscribe(URI destination) throws IOException, InterruptedException {
        String mutation = "mutation { webhookSubscriptionCreate(topic: ORDERS_CREATE,"
                + " webhookSubscription: {uri: \"" + destination + "\"}) { userErrors { message } } }";
        HttpRequest request = HttpRequest.newBuilder(URI.create(shop.baseUri() + "/admin/api/2026-07/graphql.json"))
                .header("X-Shopify-Access-Token", shop.settings().accessToken())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        new ObjectMapper().writeValueAsString(Map.of("query", mutation))))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        if (!answer.contains("\"userErrors\":[]")) {
            throw new IOException("the shop refuses the webhook: " + answer);
        }
    }

    private void measure(int ordersPerSecond) throws IOException, InterruptedException {
        sell(ordersPerSecond, SECONDS);
        List<WebhookDelivery> deliveries = shop.webhooks().deliveries();
        // The shop keeps the last 2,000.
        int kept = Math.min(deliveries.size(), ordersPerSecond * SECONDS);
        List<WebhookDelivery> measured = deliveries.subList(deliveries.size() - kept, deliveries.size());
        long refused =
                measured.stream().filter(delivery -> !delivery.acknowledged()).count();
        System.out.printf(
                "%d orders/s: webhook to answer, %s; %d not acknowledged; load average %.1f%n",
                ordersPerSecond,
                new Percentiles(measured.stream()
                        .map(delivery -> delivery.took().toNanos() / 1e6)
                        .toList()),
                refused,
                Effort.load());
    }

    private void sell(int ordersPerSecond, int seconds) throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (int i = 0; i < ordersPerSecond * seconds; i++) {
            long due = start + i * 1_000_000_000L / ordersPerSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            shop.shop().orders().place(OrderDraft.of("EUR", 1, new OrderDraft.Line(SKU, 1, PRICE)));
        }
        if (!shop.webhooks().awaitDrained(Duration.ofSeconds(60))) {
            throw new IOException("webhooks are still waiting for their answer");
        }
    }
}
