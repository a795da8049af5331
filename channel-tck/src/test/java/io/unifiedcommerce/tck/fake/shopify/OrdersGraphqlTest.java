package io.unifiedcommerce.tck.fake.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.unifiedcommerce.tck.fake.shop.Address;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.CustomerProfile;
import io.unifiedcommerce.tck.fake.shop.Fulfilment;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderDraft;
import io.unifiedcommerce.tck.fake.shop.OrderResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrdersGraphqlTest {
    private static final String PAGE = """
            query Page($first: Int!, $after: String, $query: String) {
              orders(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
                pageInfo { hasNextPage endCursor }
                nodes { id legacyResourceId updatedAt }
              }
            }
            """;

    private final Shopper shopper = new Shopper();

    @BeforeEach
    void stockTees() {
        shopper.store.shop().catalogue().create("TEE", new BigDecimal("29.90"), Map.of(1L, 100L));
    }

    @AfterEach
    void stop() {
        shopper.close();
    }

    private static List<Long> ids(JsonNode nodes) {
        List<Long> ids = new ArrayList<>();
        nodes.forEach(node -> ids.add(node.path("legacyResourceId").asLong()));
        return ids;
    }

    private List<Long> found(String query) throws Exception {
        return ids(shopper.data(PAGE, Map.of("first", 10, "query", query)).at("/orders/nodes"));
    }

    @Test
    void pagesByUpdateTimeWithTiesAndACursor() throws Exception {
        List<Long> placed = List.of(
                shopper.buy("TEE", 1).id(),
                shopper.buy("TEE", 1).id(),
                shopper.buy("TEE", 1).id());

        JsonNode first = shopper.data(PAGE, Map.of("first", 2)).path("orders");
        String cursor = first.at("/pageInfo/endCursor").asText();
        JsonNode second =
                shopper.data(PAGE, Map.of("first", 2, "after", cursor)).path("orders");

        assertThat(ids(first.path("nodes"))).isEqualTo(placed.subList(0, 2));
        assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(ids(second.path("nodes"))).isEqualTo(placed.subList(2, 3));
        assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    @Test
    void refusesACursorOfAnotherFilter() throws Exception {
        shopper.buy("TEE", 1);
        String cursor = shopper.data(PAGE, Map.of("first", 1))
                .at("/orders/pageInfo/endCursor")
                .asText();

        JsonNode answer = shopper.ask(PAGE, Map.of("first", 1, "after", cursor, "query", "status:open"));

        assertThat(answer.at("/errors/0/message").asText()).contains("Invalid cursor");
    }

    @Test
    void takesQuotedTimesExactlyAndCutsBareOnesToMidnightOfTheShop() throws Exception {
        Order early = shopper.buy("TEE", 1);
        shopper.clock.advance(Duration.ofHours(2));
        Order late = shopper.buy("TEE", 1);

        assertThat(found("updated_at:>='2026-11-20T16:00:00Z'")).containsExactly(late.id());
        assertThat(found("updated_at:>=2026-11-20T16:00:00Z")).containsExactly(early.id(), late.id());
        assertThat(found("updated_at:>'2026-11-20T17:00:00Z'"))
                .as("greater than means at least")
                .containsExactly(late.id());
        assertThat(found("updated_at:>='2026-11-20T15:00:00Z' AND updated_at:<'2026-11-20T16:00:00Z'"))
                .containsExactly(early.id());
    }

    @Test
    void ignoresAnUnknownFilterWithAWarning() throws Exception {
        Order order = shopper.buy("TEE", 1);

        JsonNode answer = shopper.ask(PAGE, Map.of("first", 5, "query", "update_at:>='2026-11-21T00:00:00Z'"));

        assertThat(ids(answer.at("/data/orders/nodes"))).containsExactly(order.id());
        assertThat(answer.at("/extensions/search/0/warnings/0/code").asText()).isEqualTo("invalid_field");
        assertThat(answer.at("/extensions/search/0/warnings/0/field").asText()).isEqualTo("update_at");
    }

    @Test
    void failsOnAFilterWithoutAValue() throws Exception {
        JsonNode answer = shopper.ask(PAGE, Map.of("first", 5, "query", "updated_at:>"));

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("INTERNAL_SERVER_ERROR");
    }

    @Test
    void showsAnOrderWithEverythingThatHappenedToIt() throws Exception {
        Customer ines = shopper.store
                .shop()
                .customers()
                .create(CustomerProfile.of("ines.b@example.org", "Ines", "Bernard")
                        .livingAt(new Address(
                                "Ines", "Bernard", "3 rue Neuve", "", "Lyon", "", "69001", "France", "FR", "")));
        OrderDraft draft = OrderDraft.of("EUR", 1, new OrderDraft.Line("TEE", 2, new BigDecimal("29.90")))
                .charged(new BigDecimal("5"), BigDecimal.ZERO)
                .boughtBy(ines);
        Order order = ((OrderResult.Placed) shopper.store.shop().orders().place(draft)).order();
        long line = order.lines().get(0).id();
        shopper.store
                .shop()
                .orders()
                .fulfil(order.id(), Map.of(line, 1), new Fulfilment.Tracking("Colissimo", "6A1", ""));
        shopper.store.shop().orders().refund(order.id(), Map.of(line, 1), true, "size");

        JsonNode shown = shopper.data("""
                        query One($id: ID!) {
                          order(id: $id) {
                            name displayFinancialStatus displayFulfillmentStatus
                            total: totalPriceSet { shopMoney { amount currencyCode } }
                            customer { id defaultEmailAddress { emailAddress } numberOfOrders }
                            shippingAddress { city countryCodeV2 address2 }
                            lineItems(first: 5) { nodes { ...Line } }
                            fulfillments(first: 5) {
                              trackingInfo { number }
                              fulfillmentLineItems(first: 5) { nodes { quantity lineItem { sku } } }
                            }
                            transactions(first: 5) { kind parentTransaction { id } }
                            refunds(first: 5) {
                              refundLineItems(first: 5) { nodes { quantity restockType subtotalSet { shopMoney { amount } } } }
                            }
                          }
                        }
                        fragment Line on LineItem { sku quantity currentQuantity unfulfilledQuantity variant { id } }
                        """, Map.of("id", "gid://shopify/Order/" + order.id()))
                .path("order");

        assertThat(shown.path("name").asText()).isEqualTo("#1001");
        assertThat(shown.at("/total/shopMoney/amount").asText()).isEqualTo("64.80");
        assertThat(shown.path("displayFinancialStatus").asText()).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(shown.path("displayFulfillmentStatus").asText()).isEqualTo("FULFILLED");
        assertThat(shown.at("/customer/numberOfOrders").asText()).isEqualTo("1");
        assertThat(shown.at("/shippingAddress/countryCodeV2").asText()).isEqualTo("FR");
        assertThat(shown.at("/shippingAddress/address2").isNull()).isTrue();
        assertThat(shown.at("/lineItems/nodes/0/currentQuantity").asInt()).isEqualTo(1);
        assertThat(shown.at("/lineItems/nodes/0/unfulfilledQuantity").asInt()).isZero();
        assertThat(shown.at("/fulfillments/0/trackingInfo/0/number").asText()).isEqualTo("6A1");
        assertThat(shown.at("/fulfillments/0/fulfillmentLineItems/nodes/0/quantity")
                        .asInt())
                .isEqualTo(1);
        assertThat(shown.at("/transactions/1/kind").asText()).isEqualTo("REFUND");
        assertThat(shown.at("/transactions/1/parentTransaction/id").asText()).startsWith("gid://");
        assertThat(shown.at("/refunds/0/refundLineItems/nodes/0/restockType").asText())
                .isEqualTo("CANCEL");
    }

    @Test
    void findsNodesOfSeveralTypesAndNullForWhatIsGone() throws Exception {
        Order order = shopper.buy("TEE", 1);
        long item = shopper.store.shop().catalogue().onlyBySku("TEE").itemId();

        JsonNode nodes = shopper.data(
                        "query N($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Order { name }"
                                + " ... on InventoryItem { sku } } }",
                        Map.of(
                                "ids",
                                List.of(
                                        "gid://shopify/Order/" + order.id(),
                                        "gid://shopify/Order/1",
                                        "gid://shopify/InventoryItem/" + item)))
                .path("nodes");

        assertThat(nodes.at("/0/name").asText()).isEqualTo("#1001");
        assertThat(nodes.get(1).isNull()).isTrue();
        assertThat(nodes.at("/2/sku").asText()).isEqualTo("TEE");
    }

    @Test
    void listsLagBehindButReadsByIdDoNot() throws Exception {
        shopper.store.faults().listLag(Duration.ofSeconds(40));
        Order order = shopper.buy("TEE", 1);

        assertThat(found("status:open")).isEmpty();
        assertThat(shopper.data("{ order(id: \"gid://shopify/Order/" + order.id() + "\") { name } }")
                        .at("/order/name")
                        .asText())
                .isEqualTo("#1001");
        shopper.clock.advance(Duration.ofSeconds(40));
        assertThat(found("status:open")).containsExactly(order.id());
    }

    @Test
    void hidesOrdersOlderThan60DaysWithoutTheScopeForThem() throws Exception {
        shopper.buy("TEE", 1);
        shopper.clock.advance(Duration.ofDays(61));
        Order recent = shopper.buy("TEE", 1);

        assertThat(found("status:any")).hasSize(2);
        shopper.store.faults().withdrawScope("read_all_orders");
        assertThat(found("status:any")).containsExactly(recent.id());
    }

    @Test
    void deniesAccessWithoutTheScopeAsAnErrorInA200() throws Exception {
        shopper.store.faults().withdrawScope("read_orders");

        JsonNode answer = shopper.ask(PAGE, Map.of("first", 1));

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("ACCESS_DENIED");
        assertThat(shopper.data("{ currentAppInstallation { accessScopes { handle } } }")
                        .findValuesAsText("handle"))
                .contains("read_products")
                .doesNotContain("read_orders");
    }
}
