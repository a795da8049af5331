package io.unifiedcommerce.tck.fake.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.unifiedcommerce.tck.fake.Api;
import io.unifiedcommerce.tck.fake.FakeClock;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderDraft;
import io.unifiedcommerce.tck.fake.shop.OrderResult;
import java.math.BigDecimal;
import java.util.Map;

/** A store with a client and someone who buys, as the tests of the fake need them. */
final class Shopper implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    final FakeClock clock = FakeClock.at("2026-11-20T15:00:00Z");
    final FakeShopify store;
    final Api api;

    Shopper() {
        this(ShopifySettings.defaults());
    }

    Shopper(ShopifySettings settings) {
        store = FakeShopify.start(settings.at(clock));
        api = new Api(
                store.baseUri(),
                Map.of("X-Shopify-Access-Token", settings.accessToken(), "Content-Type", "application/json"));
    }

    /** The whole answer to a document. */
    JsonNode ask(String query, Map<String, ?> variables) throws Exception {
        String body = MAPPER.writeValueAsString(Map.of("query", query, "variables", variables));
        return api.send("POST", "/admin/api/2026-07/graphql.json", body).json();
    }

    /** The data of an answer that must have no errors. */
    JsonNode data(String query, Map<String, ?> variables) throws Exception {
        JsonNode answer = ask(query, variables);
        if (answer.has("errors") || !answer.has("data")) {
            throw new AssertionError(answer.toPrettyString());
        }
        return answer.path("data");
    }

    JsonNode data(String query) throws Exception {
        return data(query, Map.of());
    }

    Order buy(String sku, int units) {
        OrderDraft draft = OrderDraft.of("EUR", 1, new OrderDraft.Line(sku, units, new BigDecimal("29.90")));
        return ((OrderResult.Placed) store.shop().orders().place(draft)).order();
    }

    @Override
    public void close() {
        store.close();
    }
}
