package io.unifiedcommerce.tck.fake.bigcommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.unifiedcommerce.tck.fake.Api;
import io.unifiedcommerce.tck.fake.FakeClock;
import io.unifiedcommerce.tck.fake.StockWrite;
import io.unifiedcommerce.tck.fake.shop.OrderDraft;
import io.unifiedcommerce.tck.fake.shop.OrderResult;
import io.unifiedcommerce.tck.fake.shop.Product;
import io.unifiedcommerce.tck.fake.shop.ProductDraft;
import io.unifiedcommerce.tck.fake.shop.Tracking;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InventoryV3Test {
    private final FakeClock clock = FakeClock.at("2026-11-20T15:00:00Z");
    private final FakeBigCommerce store =
            FakeBigCommerce.start(BigCommerceSettings.defaults().at(clock));
    private final Api api =
            new Api(store.baseUri(), Map.of("X-Auth-Token", "bc-access-token", "Accept", "application/json"));
    private final long lyon =
            store.shop().locations().create("Lyon Centre", "LYON").id();
    private final Variant tee =
            store.shop().catalogue().create("TEE", new BigDecimal("29.90"), Map.of(1L, 5L, lyon, 10L));

    @AfterEach
    void stop() {
        store.close();
    }

    private Api.Reply absolute(String items) throws Exception {
        return api.send(
                "PUT", "/v3/inventory/adjustments/absolute", "{\"reason\":\"sync 7\",\"items\":[" + items + "]}");
    }

    @Test
    void listsLevelsPerLocationWithSafetyStockKeptBack() throws Exception {
        api.send(
                "PUT",
                "/v3/inventory/locations/" + lyon + "/items",
                "{\"settings\":[{\"identity\":{\"sku\":\"TEE\"},\"safety_stock\":2}]}");

        JsonNode body =
                api.get("/v3/inventory/items?sku:in=TEE&location_code:in=LYON").json();

        JsonNode level = body.at("/data/0/locations/0");
        assertThat(body.at("/data/0/identity/variant_id").asLong()).isEqualTo(tee.id());
        assertThat(level.path("location_code").asText()).isEqualTo("LYON");
        assertThat(level.path("total_inventory_onhand").asLong()).isEqualTo(10);
        assertThat(level.path("available_to_sell").asLong()).isEqualTo(8);
        assertThat(body.at("/meta/pagination/total").asInt()).isEqualTo(1);
    }

    @Test
    void setsOnHandAbsolutelyAndRemembersTheWrite() throws Exception {
        assertThat(absolute("{\"location_id\":1,\"sku\":\"TEE\",\"quantity\":14}")
                        .json()
                        .path("transaction_id")
                        .asText())
                .isNotEmpty();

        assertThat(store.shop().stock().available("TEE", 1)).isEqualTo(14);
        assertThat(store.stockWrites().all())
                .containsExactly(new StockWrite(clock.instant(), "TEE", 1, "total_inventory_onhand", 5, 14, "sync 7"));
    }

    @Test
    void appliesAdjustmentsOnlyAfterTheWriteLag() throws Exception {
        store.faults().writeLag(Duration.ofSeconds(3));

        assertThat(absolute("{\"location_id\":1,\"sku\":\"TEE\",\"quantity\":14}")
                        .status())
                .isEqualTo(200);
        assertThat(store.shop().stock().available("TEE", 1)).isEqualTo(5);

        clock.advance(Duration.ofSeconds(3));
        assertThat(api.get("/v3/inventory/items?variant_id:in=" + tee.id() + "&location_id:in=1")
                        .json()
                        .at("/data/0/locations/0/total_inventory_onhand")
                        .asLong())
                .isEqualTo(14);
    }

    @Test
    void changesRelativelyOnlyWhereAlreadyStocked() throws Exception {
        String path = "/v3/inventory/adjustments/relative";
        long empty = store.shop().locations().create("New", "NEW").id();

        api.send("POST", path, "{\"items\":[{\"location_id\":1,\"sku\":\"TEE\",\"quantity\":-2}]}");
        Api.Reply refused =
                api.send("POST", path, "{\"items\":[{\"location_id\":" + empty + ",\"sku\":\"TEE\",\"quantity\":1}]}");

        assertThat(store.shop().stock().available("TEE", 1)).isEqualTo(3);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("title").asText()).contains("requires absolute adjustment before relative");
    }

    @Test
    void refusesTheWholeBatchForOneItemOfAnotherTrackingMode() throws Exception {
        Product mug = store.shop()
                .catalogue()
                .create(ProductDraft.titled("Mug")
                        .trackedBy(Tracking.PRODUCT)
                        .withVariant("MUG", BigDecimal.TEN, Map.of(1L, 1L)));
        long variantId = mug.variants().get(0).id();

        Api.Reply refused = absolute("{\"location_id\":1,\"sku\":\"TEE\",\"quantity\":14},"
                + "{\"location_id\":1,\"variant_id\":" + variantId + ",\"quantity\":3}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("title").asText())
                .isEqualTo("[Item with variant_id " + variantId
                        + " is tracked by product, please update stock by product id]");
        assertThat(store.shop().stock().available("TEE", 1)).isEqualTo(5);
    }

    @Test
    void sellsOnlyWhatIsThereUnlessTheVariantMayBeOversold() {
        OrderDraft six = OrderDraft.of("EUR", 1, new OrderDraft.Line("TEE", 6, BigDecimal.TEN));

        assertThat(store.shop().orders().place(six)).isEqualTo(new OrderResult.OutOfStock("TEE", 1, 5, 6));
        assertThat(store.shop().stock().available("TEE", 1)).isEqualTo(5);
        assertThat(store.shop().orders().records().size()).isZero();
    }
}
