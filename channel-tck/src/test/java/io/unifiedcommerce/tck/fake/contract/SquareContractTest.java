package io.unifiedcommerce.tck.fake.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.unifiedcommerce.tck.fake.Api;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.shop.CustomerProfile;
import io.unifiedcommerce.tck.fake.shop.Fulfilment;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderDraft;
import io.unifiedcommerce.tck.fake.shop.OrderResult;
import io.unifiedcommerce.tck.fake.square.FakeSquare;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SquareContractTest {
    private static final Map<String, String> HEADERS = Map.of(
            "Authorization",
            "Bearer sq-access-token",
            "Square-Version",
            "2026-08-19",
            "Content-Type",
            "application/json");

    private static OpenApiContract contract;

    @BeforeAll
    static void findPublishedDocument() {
        Optional<Path> folder = PublishedContracts.find("square");
        assumeTrue(folder.isPresent(), "Square's published document is not at hand: shared/contracts/square");
        contract = SquareContract.of(folder.orElseThrow());
    }

    @Test
    void allowsWhatTheFakeAnswersAndWhatItIsAsked() throws Exception {
        try (FakeSquare seller = FakeSquare.start()) {
            Order order = populate(seller);
            Api api = new Api(seller.baseUri(), HEADERS);
            String payment = Long.toString(order.payments().get(0).id());
            for (String path : List.of(
                    "/v2/locations",
                    "/v2/locations/1",
                    "/v2/payments?location_id=1&sort_order=ASC",
                    "/v2/payments/" + payment,
                    "/v2/refunds?sort_order=ASC",
                    "/v2/orders/" + order.id(),
                    "/v2/customers/"
                            + seller.shop()
                                    .customers()
                                    .records()
                                    .all()
                                    .iterator()
                                    .next()
                                    .id())) {
                assertThat(api.get(path).status()).as(path).isEqualTo(200);
            }
            post(api, "/v2/orders/search", "{\"location_ids\":[\"1\"]}");
            post(api, "/v2/orders/batch-retrieve", "{\"order_ids\":[\"" + order.id() + "\"]}");
            post(api, "/v2/catalog/search", "{\"object_types\":[\"ITEM\",\"ITEM_VARIATION\"]}");
            post(api, "/v2/inventory/counts/batch-retrieve", "{\"location_ids\":[\"1\"]}");
            post(api, "/v2/customers/search", "{\"limit\":10}");

            SoftAssertions.assertSoftly(softly -> seller.requests()
                    .calls()
                    .forEach(call -> softly.assertThat(contract.problems(call))
                            .as(call.call().method() + " " + call.call().path())
                            .isEmpty()));
        }
    }

    @Test
    void findsMistakes() {
        assertThat(contract.problems(call("POST", "/v2/orders/search", "{\"location_ids\":\"1\"}")))
                .anySatisfy(problem -> assertThat(problem).contains("location_ids"));
        assertThat(contract.problems(call("POST", "/v2/orders/search", "{\"places\":[\"1\"]}")))
                .anySatisfy(problem -> assertThat(problem).contains("places"));
        assertThat(contract.problems(call("POST", "/v2/orders/find", "{}"))).isNotEmpty();
    }

    private static HttpCall call(String method, String path, String body) {
        Map<String, String> headers = Map.of("authorization", "Bearer x", "content-type", "application/json");
        return new HttpCall(method, path, Map.of(), headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void post(Api api, String path, String body) throws Exception {
        assertThat(api.send("POST", path, body).status()).as(path).isEqualTo(200);
    }

    private static Order populate(FakeSquare seller) {
        seller.shop().catalogue().create("TEE", new BigDecimal("29.90"), Map.of(1L, 10L));
        seller.shop().customers().create(CustomerProfile.of("ines.b@example.org", "Ines", "Bernard"));
        OrderDraft draft = OrderDraft.of("EUR", 1, new OrderDraft.Line("TEE", 3, new BigDecimal("29.90")))
                .charged(new BigDecimal("5.00"), new BigDecimal("2.00"));
        Order order = ((OrderResult.Placed) seller.shop().orders().place(draft)).order();
        seller.shop().orders().fulfil(order.id(), new Fulfilment.Tracking("Colissimo", "6A1", ""));
        return seller.shop()
                .orders()
                .refund(order.id(), Map.of(order.lines().get(0).id(), 1), true, "too small");
    }
}
