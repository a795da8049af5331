package io.unifiedcommerce.tck.fake.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.unifiedcommerce.tck.fake.Api;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.RecordedCall;
import io.unifiedcommerce.tck.fake.bigcommerce.FakeBigCommerce;
import io.unifiedcommerce.tck.fake.shop.Address;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.CustomerProfile;
import io.unifiedcommerce.tck.fake.shop.Fulfilment;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderDraft;
import io.unifiedcommerce.tck.fake.shop.OrderResult;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BigCommerceContractTest {
    private static OpenApiContract contract;

    @BeforeAll
    static void findPublishedDocuments() {
        Optional<Path> folder = PublishedContracts.find("bigcommerce");
        assumeTrue(
                folder.isPresent(), "BigCommerce's published documents are not at hand: shared/contracts/bigcommerce");
        contract = BigCommerceContract.of(folder.orElseThrow());
    }

    @Test
    void allowsWhatTheFakeAnswersAndWhatItIsAsked() throws Exception {
        try (FakeBigCommerce store = FakeBigCommerce.start()) {
            Order order = populate(store);
            Api api = new Api(
                    store.baseUri(),
                    Map.of(
                            "X-Auth-Token", "bc-access-token",
                            "Accept", "application/json",
                            "Content-Type", "application/json"));
            for (String path : List.of(
                    "/v2/store",
                    "/v2/orders?min_date_modified=2026-01-01T00:00:00Z&sort=date_modified:asc&limit=250&page=1",
                    "/v2/orders?include=consignments,consignments.line_items&consignment_structure=object",
                    "/v2/orders/count",
                    "/v2/orders/" + order.id(),
                    "/v2/orders/" + order.id() + "/products",
                    "/v2/orders/" + order.id() + "/shipments",
                    "/v2/order_statuses",
                    "/v3/orders/" + order.id() + "/transactions",
                    "/v3/orders/payment_actions/refunds?created:min=2026-01-01T00:00:00Z",
                    "/v3/catalog/products?include=variants&date_modified:min=2026-01-01T00:00:00Z&sort=date_modified",
                    "/v3/catalog/variants?sku=TEE",
                    "/v3/inventory/items?sku:in=TEE",
                    "/v3/inventory/items?variant_id:in=1,2",
                    "/v3/inventory/locations/1/items",
                    "/v3/inventory/locations",
                    "/v3/customers?include=addresses,attributes&date_modified:min=2026-01-01T00:00:00Z",
                    "/v3/customers/subscribers?email=a@example.org",
                    "/v3/hooks")) {
                assertThat(api.get(path).status()).as(path).isEqualTo(200);
            }
            write(api, order);

            SoftAssertions.assertSoftly(softly -> store.requests()
                    .calls()
                    .forEach(call -> softly.assertThat(contract.problems(call))
                            .as(call.call().method() + " " + call.call().path())
                            .isEmpty()));
        }
    }

    private static Order populate(FakeBigCommerce store) {
        store.shop().catalogue().create("TEE", new BigDecimal("29.90"), Map.of(1L, 10L));
        Customer ines = store.shop()
                .customers()
                .create(CustomerProfile.of("ines.b@example.org", "Ines", "Bernard")
                        .livingAt(new Address(
                                "Ines", "Bernard", "3 rue Neuve", "", "Lyon", "ARA", "69001", "France", "FR", "")));
        OrderDraft draft = OrderDraft.of("EUR", 1, new OrderDraft.Line("TEE", 3, new BigDecimal("29.90")))
                .boughtBy(ines);
        Order order = ((OrderResult.Placed) store.shop().orders().place(draft)).order();
        Map<Long, Integer> one = Map.of(order.lines().get(0).id(), 1);
        store.shop().orders().fulfil(order.id(), one, new Fulfilment.Tracking("colissimo", "6A1", ""));
        store.shop().orders().refund(order.id(), one, true, "size");
        return order;
    }

    private static void write(Api api, Order order) throws Exception {
        expect(api.send("PUT", "/v2/orders/" + order.id(), "{\"status_id\":10}"), 200);
        expect(
                api.send(
                        "PUT",
                        "/v3/inventory/adjustments/absolute",
                        "{\"reason\":\"sync\",\"items\":[{\"location_id\":1,\"sku\":\"TEE\",\"quantity\":7}]}"),
                200);
        expect(
                api.send(
                        "POST",
                        "/v3/inventory/adjustments/relative",
                        "{\"items\":[{\"location_id\":1,\"sku\":\"TEE\",\"quantity\":-1}]}"),
                200);
        Api.Reply made = api.send(
                "POST",
                "/v3/customers",
                "[{\"email\":\"new@example.org\",\"first_name\":\"New\",\"last_name\":\"One\"}]");
        long id = made.json().at("/data/0/id").asLong();
        expect(api.send("PUT", "/v3/customers", "[{\"id\":" + id + ",\"notes\":\"vip\"}]"), 200);
        expect(api.send("POST", "/v3/customers/attributes", "[{\"name\":\"tier\",\"type\":\"string\"}]"), 200);
        expect(
                api.send(
                        "PUT",
                        "/v3/customers/attribute-values",
                        "[{\"customer_id\":" + id + ",\"attribute_id\":1,\"value\":\"gold\"}]"),
                200);
        expect(api.send("POST", "/v3/customers/subscribers", "{\"email\":\"new@example.org\"}"), 200);
        expect(
                api.send(
                        "POST",
                        "/v3/hooks",
                        "{\"scope\":\"store/order/*\",\"destination\":\"https://example.org/h\",\"is_active\":true}"),
                200);
    }

    private static void expect(Api.Reply reply, int status) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    }

    @Test
    void seesPlantedErrors() {
        Map<String, String> headers = Map.of("accept", "application/json", "content-type", "application/json");
        HttpCall noQuantity = new HttpCall(
                "PUT",
                "/stores/abc123/v3/inventory/adjustments/absolute",
                Map.of(),
                headers,
                "{\"items\":[{\"location_id\":1,\"sku\":\"TEE\"}]}".getBytes(StandardCharsets.UTF_8));
        HttpCall textAsLimit = new HttpCall(
                "GET", "/stores/abc123/v3/inventory/items", Map.of("limit", List.of("many")), headers, new byte[0]);
        HttpCall noAccept = new HttpCall("GET", "/stores/abc123/v2/orders", Map.of(), Map.of(), new byte[0]);
        HttpCall nowhere = new HttpCall("GET", "/stores/abc123/v2/ordres", Map.of(), headers, new byte[0]);
        RecordedCall textAsId = new RecordedCall(
                Instant.EPOCH,
                new HttpCall("GET", "/stores/abc123/v3/inventory/items", Map.of(), headers, new byte[0]),
                Optional.of(HttpAnswer.json(
                        200, Map.of("data", List.of(Map.of("identity", Map.of("variant_id", "one")))))),
                Optional.empty());

        assertThat(contract.problems(noQuantity)).isNotEmpty();
        assertThat(contract.problems(textAsLimit)).isNotEmpty();
        assertThat(contract.problems(noAccept)).isNotEmpty();
        assertThat(contract.problems(nowhere)).isNotEmpty();
        assertThat(contract.problems(textAsId)).singleElement().asString().contains("variant_id");
    }
}
