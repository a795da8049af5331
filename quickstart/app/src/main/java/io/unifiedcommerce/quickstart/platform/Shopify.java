package io.unifiedcommerce.quickstart.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.quickstart.stack.StackException;
import io.unifiedcommerce.tck.fake.shopify.FakeShopify;
import io.unifiedcommerce.tck.fake.shopify.ShopifySettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Shopify puts refunded units back on sale itself. */
public final class Shopify implements ShopPlatform {

    /**
     * Shopify's eight retries, within a minute instead of four hours. With the fake's own haste a worker that is restarted
     * would lose its subscriptions, which no real restart does.
     */
    private static final List<Duration> RETRIES = Collections.nCopies(8, Duration.ofSeconds(8));

    private static final List<String> TOPICS = List.of("ORDERS_CREATE", "ORDERS_UPDATED", "INVENTORY_LEVELS_UPDATE");
    private static final String CREATE = """
            mutation ($topic: WebhookSubscriptionTopic!, $uri: String!) {
              webhookSubscriptionCreate(topic: $topic, webhookSubscription: {uri: $uri}) {
                userErrors { message }
              }
            }""";

    @Override
    public String channel() {
        return "shopify";
    }

    @Override
    public String title() {
        return "Shopify";
    }

    @Override
    public RunningShop open(Clock clock, long seed) {
        return new Store(FakeShopify.start(
                ShopifySettings.defaults().at(clock).seeded(seed).retrying(RETRIES)));
    }

    private record Store(FakeShopify platform) implements RunningShop {

        @Override
        public String currency() {
            return platform.settings().currency();
        }

        @Override
        public StockRole stock() {
            return StockRole.Told.at("1", "DELTA");
        }

        @Override
        public Habits habits() {
            return new Habits(false, true);
        }

        @Override
        public Map<String, String> options() {
            return Map.of(
                    "shopify.store.url", platform.baseUri().toString(),
                    "shopify.access.token", platform.settings().accessToken(),
                    "shopify.client.secret", platform.settings().clientSecret());
        }

        @Override
        public void subscribe(URI listener) {
            WebhookApi api = new WebhookApi(
                    platform.baseUri() + "/admin/api/2026-07/graphql.json",
                    Map.of("X-Shopify-Access-Token", platform.settings().accessToken()));
            for (String topic : TOPICS) {
                ObjectNode call = WebhookApi.object().put("query", CREATE);
                call.putObject("variables").put("topic", topic).put("uri", listener.toString());
                JsonNode answer = api.create(call);
                JsonNode errors = answer.at("/data/webhookSubscriptionCreate/userErrors");
                if (!errors.isEmpty() || answer.has("errors")) {
                    throw new StackException("Shopify refused the webhook " + topic + ": " + answer);
                }
            }
        }
    }
}
