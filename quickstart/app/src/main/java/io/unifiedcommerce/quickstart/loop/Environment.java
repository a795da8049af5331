package io.unifiedcommerce.quickstart.loop;

import io.unifiedcommerce.quickstart.stack.Ports;
import io.unifiedcommerce.quickstart.stack.TillDatabase;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the configurations ask for as {@code ${env:NAME}}: addresses and secrets, which for a user are those of real shops.
 */
final class Environment {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String WEBHOOK_SECRET = "quickstart-webhook-secret";

    private final int shopifyWebhooks = Ports.free();
    private final int bigCommerceWebhooks = Ports.free();
    private final Platforms platforms;

    Environment(Platforms platforms) {
        this.platforms = platforms;
    }

    Map<String, String> variables(String bootstrapServers, TillDatabase till) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        variables.put("WEBHOOK_BIND_HOST", LOOPBACK);
        variables.put("SHOPIFY_STORE_URL", platforms.shopify().baseUri().toString());
        variables.put("SHOPIFY_ACCESS_TOKEN", platforms.shopify().settings().accessToken());
        variables.put("SHOPIFY_CLIENT_SECRET", platforms.shopify().settings().clientSecret());
        variables.put("SHOPIFY_WEBHOOK_PORT", Integer.toString(shopifyWebhooks));
        variables.put(
                "BIGCOMMERCE_API_URL",
                platforms.bigCommerce().baseUri().resolve("/").toString());
        variables.put(
                "BIGCOMMERCE_STORE_HASH", platforms.bigCommerce().settings().storeHash());
        variables.put(
                "BIGCOMMERCE_ACCESS_TOKEN", platforms.bigCommerce().settings().accessToken());
        variables.put(
                "BIGCOMMERCE_CLIENT_SECRET", platforms.bigCommerce().settings().clientSecret());
        variables.put("BIGCOMMERCE_WEBHOOK_SECRET", WEBHOOK_SECRET);
        variables.put("BIGCOMMERCE_WEBHOOK_PORT", Integer.toString(bigCommerceWebhooks));
        variables.put("TILL_DATABASE_HOST", till.host());
        variables.put("TILL_DATABASE_PORT", Integer.toString(till.port()));
        variables.put("TILL_DATABASE_NAME", TillDatabase.DATABASE);
        variables.put("TILL_DATABASE_USER", TillDatabase.USER);
        variables.put("TILL_DATABASE_PASSWORD", "trusted");
        return variables;
    }

    /** Sends the platforms' webhooks to the connectors, which listen where the configurations say. */
    void subscribe(WebhookSubscriptions subscriptions) {
        subscriptions.subscribe(platforms.shopify(), webhooks(shopifyWebhooks, "shop-de"));
        subscriptions.subscribe(platforms.bigCommerce(), webhooks(bigCommerceWebhooks, "shop-us"), WEBHOOK_SECRET);
    }

    private static String webhooks(int port, String instance) {
        return "http://" + LOOPBACK + ":" + port + "/webhooks/" + instance;
    }
}
