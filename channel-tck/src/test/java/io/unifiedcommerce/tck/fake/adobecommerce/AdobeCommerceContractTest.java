package io.unifiedcommerce.tck.fake.adobecommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.RecordedCall;
import io.unifiedcommerce.tck.fake.contract.AdobeCommerceContract;
import io.unifiedcommerce.tck.fake.contract.OpenApiContract;
import io.unifiedcommerce.tck.fake.contract.PublishedContracts;
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

class AdobeCommerceContractTest {
    private static final String SOURCE_ITEMS = "/rest/all/V1/inventory/source-items";

    private static OpenApiContract contract;

    @BeforeAll
    static void findPublishedDocuments() {
        Optional<Path> folder = PublishedContracts.find("adobe-commerce");
        assumeTrue(folder.isPresent(), "Adobe's published documents are not at hand: shared/contracts/adobe-commerce");
        contract = AdobeCommerceContract.of(folder.orElseThrow(), "admin-schema-2.4.8.yaml");
    }

    @Test
    void allowsWhatShopsAreAskedAndAnswer() {
        assertThat(contract.problems(get("/V1/orders", "searchCriteria[pageSize]", "100")))
                .isEmpty();
        assertThat(contract.problems(
                        get("/V1/orders", "searchCriteria[filterGroups][1][filters][0][field]", "updated_at")))
                .as("the documents describe the first of several filters only")
                .isEmpty();
        assertThat(contract.problems(save("37"))).isEmpty();
        assertThat(contract.problems(
                        answered("{\"items\":[],\"search_criteria\":{\"filter_groups\":[]},\"total_count\":0}")))
                .isEmpty();
    }

    @Test
    void allowsWhatTheFakeAnswers() {
        try (FakeCommerce shop = FakeCommerce.start();
                ShopClient client = ShopClient.signing(shop)) {
            trade(shop);
            for (String path : List.of(
                    "/V1/orders",
                    "/V1/shipments",
                    "/V1/invoices",
                    "/V1/creditmemos",
                    "/V1/products",
                    "/V1/customers/search",
                    "/V1/inventory/sources",
                    "/V1/inventory/source-items",
                    "/V1/inventory/stocks",
                    "/V1/inventory/stock-source-links")) {
                assertThat(client.items(path, "[pageSize]", "100")).as(path).isNotEmpty();
            }

            SoftAssertions.assertSoftly(softly -> shop.requests()
                    .calls()
                    .forEach(call -> softly.assertThat(contract.problems(call))
                            .as(call.call().path())
                            .isEmpty()));
        }
    }

    private static void trade(FakeCommerce shop) {
        BigDecimal price = new BigDecimal("29.90");
        shop.shop().catalogue().create("TEE", price, Map.of(1L, 50L));
        shop.shop().customers().create(CustomerProfile.of("ines@example.com", "Inès", "Roux"));
        OrderResult result = shop.shop().orders().place(OrderDraft.of("EUR", 1, new OrderDraft.Line("TEE", 2, price)));
        Order order = ((OrderResult.Placed) result).order();
        shop.shop().orders().fulfil(order.id(), new Fulfilment.Tracking("Colissimo", "6A1", ""));
        shop.shop().orders().refund(order.id(), Map.of(order.lines().get(0).id(), 1), true, "too small");
    }

    @Test
    void findsMistakesInRequests() {
        assertThat(contract.problems(get("/V1/orderz", "searchCriteria[pageSize]", "100")))
                .isNotEmpty();
        assertThat(contract.problems(get("/V1/orders", "searchCriteria[pageSize]", "all")))
                .isNotEmpty();
        assertThat(contract.problems(save("\"many\""))).isNotEmpty();
        assertThat(contract.problems(new HttpCall(
                        "DELETE", SOURCE_ITEMS, Map.of(), Map.of("content-type", "application/json"), new byte[0])))
                .isNotEmpty();
    }

    @Test
    void findsMistakesInAnswers() {
        assertThat(contract.problems(answered("{\"items\":[{\"entity_id\":\"one\"}],\"total_count\":1}")))
                .isNotEmpty();
    }

    private static RecordedCall answered(String body) {
        HttpAnswer answer = HttpAnswer.text(200, "application/json", body);
        return new RecordedCall(
                Instant.EPOCH,
                get("/V1/orders", "searchCriteria[pageSize]", "100"),
                Optional.of(answer),
                Optional.empty());
    }

    private static HttpCall get(String path, String param, String value) {
        return new HttpCall("GET", "/rest/all" + path, Map.of(param, List.of(value)), Map.of(), new byte[0]);
    }

    private static HttpCall save(String quantity) {
        String body = "{\"sourceItems\":[{\"sku\":\"TEE\",\"source_code\":\"default\",\"quantity\":" + quantity
                + ",\"status\":1}]}";
        return new HttpCall(
                "POST",
                SOURCE_ITEMS,
                Map.of(),
                Map.of("content-type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
