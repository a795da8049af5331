package io.unifiedcommerce.tck.fake.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.unifiedcommerce.tck.fake.Api;
import io.unifiedcommerce.tck.fake.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuotaAndAccessTest {
    private static final String GRAPHQL = "/admin/api/2026-07/graphql.json";
    private static final String FORM = "client_id=shopify-client-id&client_secret=shopify-client-secret&grant_type=";

    private final Shopper shopper = new Shopper(ShopifySettings.defaults().restoring(10));

    @AfterEach
    void stop() {
        shopper.close();
    }

    private static double cost(JsonNode answer, String name) {
        return answer.at("/extensions/cost/" + name).asDouble();
    }

    @Test
    void pricesObjectsConnectionsAndMutations() throws Exception {
        assertThat(cost(shopper.ask("{ shop { id plan { shopifyPlus } } }", Map.of()), "requestedQueryCost"))
                .isEqualTo(1);
        assertThat(cost(
                        shopper.ask(
                                "{ orders(first: 25) { nodes { id lineItems(first: 50) { nodes { id } } } } }",
                                Map.of()),
                        "requestedQueryCost"))
                .as("lines: 2 + 7 x 1; orders: 2 + 6 x (1 + 9)")
                .isEqualTo(62);
        assertThat(cost(
                        shopper.ask(
                                "mutation { tagsAdd(id: \"gid://shopify/Customer/1\", tags: [\"a\"]) {"
                                        + " userErrors { message } } }",
                                Map.of()),
                        "requestedQueryCost"))
                .isEqualTo(10);
    }

    @Test
    void givesBackWhatAnEmptyPageDidNotCost() throws Exception {
        JsonNode answer = shopper.ask("{ orders(first: 250) { nodes { id customer { id } } } }", Map.of());

        assertThat(cost(answer, "requestedQueryCost")).isEqualTo(24);
        assertThat(cost(answer, "actualQueryCost")).isEqualTo(2);
        assertThat(cost(answer, "throttleStatus/currentlyAvailable")).isEqualTo(198);
        assertThat(cost(answer, "throttleStatus/maximumAvailable")).isEqualTo(200);
    }

    @Test
    void throttlesWithStatus200UntilTheBucketIsFullEnough() throws Exception {
        String mutation =
                "mutation { tagsAdd(id: \"gid://shopify/Customer/1\", tags: [\"a\"]) { userErrors { message } } }";
        for (int i = 0; i < 20; i++) {
            shopper.data(mutation);
        }

        JsonNode throttled = shopper.ask(mutation, Map.of());
        assertThat(throttled.at("/errors/0/extensions/code").asText()).isEqualTo("THROTTLED");
        assertThat(throttled.at("/extensions/cost/actualQueryCost").isNull()).isTrue();
        assertThat(shopper.store.quotaUse().refused()).isEqualTo(1);
        assertThat(shopper.store.quotaUse().share()).isEqualTo(1.0);

        shopper.clock.advance(Duration.ofSeconds(1));
        assertThat(shopper.ask(mutation, Map.of()).has("errors")).isFalse();
    }

    @Test
    void refusesAQueryAboveTheLimitOfOneQuery() throws Exception {
        JsonNode answer = shopper.ask(
                "{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { variant { product { variants(first: 250)"
                        + " { nodes { id } } } } } } } } }",
                Map.of());

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("MAX_COST_EXCEEDED");
    }

    @Test
    void wantsAPageSize() throws Exception {
        assertThat(shopper.ask("{ orders { nodes { id } } }", Map.of())
                        .at("/errors/0/message")
                        .asText())
                .contains("first");
    }

    @Test
    void answersAWrongTokenWith401() throws Exception {
        Api stranger = new Api(shopper.store.baseUri(), Map.of("X-Shopify-Access-Token", "shpat_wrong"));

        Api.Reply reply = stranger.send("POST", GRAPHQL, "{\"query\":\"{ shop { id } }\"}");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().path("errors").asText()).startsWith("[API] Invalid API key or access token");
    }

    @Test
    void fallsForwardFromARetiredVersion() throws Exception {
        Api.Reply reply =
                shopper.api.send("POST", "/admin/api/2020-01/graphql.json", "{\"query\":\"{ shop { id } }\"}");

        assertThat(reply.header("X-Shopify-API-Version")).isEqualTo("2026-01");
    }

    @Test
    void grantsATokenForClientCredentialsThatExpires() throws Exception {
        Api.Reply grant = shopper.api.send("POST", "/admin/oauth/access_token", FORM + "client_credentials");
        Api holder = new Api(
                shopper.store.baseUri(),
                Map.of(
                        "X-Shopify-Access-Token",
                        grant.json().path("access_token").asText()));

        assertThat(grant.json().path("expires_in").asLong()).isEqualTo(86_399);
        assertThat(grant.json().has("refresh_token")).isFalse();
        assertThat(holder.send("POST", GRAPHQL, "{\"query\":\"{ shop { id } }\"}")
                        .status())
                .isEqualTo(200);
        shopper.clock.advance(Duration.ofDays(1));
        assertThat(holder.send("POST", GRAPHQL, "{\"query\":\"{ shop { id } }\"}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void keepsARefreshTokenUntilItsReplacementIsUsed() throws Exception {
        String first = FORM + "refresh_token&refresh_token=shprt_first";
        String second = shopper.api
                .send("POST", "/admin/oauth/access_token", first)
                .json()
                .path("refresh_token")
                .asText();

        assertThat(shopper.api.send("POST", "/admin/oauth/access_token", first).status())
                .as("the replacement was not used yet")
                .isEqualTo(200);
        shopper.api.send("POST", "/admin/oauth/access_token", FORM + "refresh_token&refresh_token=" + second);
        assertThat(shopper.api.send("POST", "/admin/oauth/access_token", first).status())
                .isEqualTo(400);
    }

    @Test
    void wordsRefusalsAsThePlatform() throws Exception {
        shopper.store.shop().catalogue().create("TEE", BigDecimal.TEN, Map.of(1L, 1L));
        shopper.store
                .faults()
                .next(new Fault.TooManyRequests(Duration.ofSeconds(2), false), new Fault.ServerError(502));

        Api.Reply limited = shopper.api.send("POST", GRAPHQL, "{\"query\":\"{ shop { id } }\"}");
        Api.Reply down = shopper.api.send("POST", GRAPHQL, "{\"query\":\"{ shop { id } }\"}");

        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.header("Retry-After")).isEqualTo("2.0");
        assertThat(down.status()).isEqualTo(502);
    }
}
