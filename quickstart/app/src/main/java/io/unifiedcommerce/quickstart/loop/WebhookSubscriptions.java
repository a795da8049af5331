package io.unifiedcommerce.quickstart.loop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.quickstart.stack.StackException;
import io.unifiedcommerce.tck.fake.bigcommerce.FakeBigCommerce;
import io.unifiedcommerce.tck.fake.shopify.FakeShopify;
import java.io.IOException;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Tells the platforms where to send their webhooks: through their APIs, as a shop's staff do it once. */
final class WebhookSubscriptions {

    private static final List<String> SHOPIFY = List.of("ORDERS_CREATE", "ORDERS_UPDATED", "INVENTORY_LEVELS_UPDATE");
    private static final List<String> BIG_COMMERCE = List.of(
            "store/order/created",
            "store/order/updated",
            "store/order/refund/created",
            "store/channel/*/inventory/product/stock_changed");
    private static final String CREATE = """
            mutation ($topic: WebhookSubscriptionTopic!, $uri: String!) {
              webhookSubscriptionCreate(topic: $topic, webhookSubscription: {uri: $uri}) {
                userErrors { message }
              }
            }""";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType JSON_TYPE = MediaType.get("application/json");

    private final OkHttpClient client = new OkHttpClient();

    void subscribe(FakeShopify shopify, String destination) {
        String token = shopify.settings().accessToken();
        for (String topic : SHOPIFY) {
            ObjectNode call = JSON.createObjectNode().put("query", CREATE);
            call.putObject("variables").put("topic", topic).put("uri", destination);
            JsonNode answer =
                    post(shopify.baseUri() + "/admin/api/2026-07/graphql.json", "X-Shopify-Access-Token", token, call);
            JsonNode errors = answer.at("/data/webhookSubscriptionCreate/userErrors");
            if (!errors.isEmpty() || answer.has("errors")) {
                throw new StackException("Shopify refused the webhook " + topic + ": " + answer);
            }
        }
    }

    /** @param secret sent with each webhook in a header that the connector asks for */
    void subscribe(FakeBigCommerce bigCommerce, String destination, String secret) {
        for (String scope : BIG_COMMERCE) {
            ObjectNode hook = JSON.createObjectNode()
                    .put("scope", scope)
                    .put("destination", destination)
                    .put("is_active", true);
            hook.putObject("headers").put("X-Webhook-Secret", secret);
            post(
                    bigCommerce.baseUri() + "/v3/hooks",
                    "X-Auth-Token",
                    bigCommerce.settings().accessToken(),
                    hook);
        }
    }

    private JsonNode post(String url, String tokenHeader, String token, JsonNode body) {
        Request request = new Request.Builder()
                .url(url)
                .header(tokenHeader, token)
                .post(RequestBody.create(body.toString(), JSON_TYPE))
                .build();
        try (Response response = client.newCall(request).execute()) {
            String text = response.body().string();
            if (!response.isSuccessful()) {
                throw new StackException("A platform refused a webhook: " + response.code() + " " + text);
            }
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new StackException("A platform did not take a webhook", e);
        }
    }
}
