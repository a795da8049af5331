package io.unifiedcommerce.tck.fake.bigcommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.unifiedcommerce.tck.fake.Api;
import io.unifiedcommerce.tck.fake.FakeClock;
import io.unifiedcommerce.tck.fake.shop.Product;
import io.unifiedcommerce.tck.fake.shop.ProductDraft;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogV3Test {
    private final FakeClock clock = FakeClock.at("2026-11-20T15:00:00Z");
    private final FakeBigCommerce store =
            FakeBigCommerce.start(BigCommerceSettings.defaults().at(clock));
    private final Api api =
            new Api(store.baseUri(), Map.of("X-Auth-Token", "bc-access-token", "Accept", "application/json"));
    private final Product tee = store.shop()
            .catalogue()
            .create(ProductDraft.titled("Tee")
                    .withVariant("TEE-S", new BigDecimal("29.90"), Map.of(1L, 3L))
                    .withVariant("TEE-M", new BigDecimal("29.90"), Map.of(1L, 4L)));

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void listsProductsWithVariantsAndTheSumOfTheirStock() throws Exception {
        JsonNode product =
                api.get("/v3/catalog/products?include=variants").json().at("/data/0");

        assertThat(product.path("name").asText()).isEqualTo("Tee");
        assertThat(product.path("inventory_level").asInt()).isEqualTo(7);
        assertThat(product.path("inventory_tracking").asText()).isEqualTo("variant");
        assertThat(product.at("/variants/1/sku").asText()).isEqualTo("TEE-M");
        assertThat(product.at("/variants/1/price").decimalValue()).isEqualByComparingTo("29.90");
    }

    @Test
    void seesAChangedProductByItsTimeAndADeletedOneNotAtAll() throws Exception {
        clock.advance(Duration.ofMinutes(10));
        Product mug = store.shop()
                .catalogue()
                .create(ProductDraft.titled("Mug").withVariant("MUG", BigDecimal.TEN, Map.of(1L, 1L)));
        clock.advance(Duration.ofMinutes(10));
        store.shop().catalogue().change(tee.id(), product -> product.titled("T-shirt"));
        store.shop().catalogue().delete(mug.id());

        JsonNode found = api.get("/v3/catalog/products?date_modified:min=2026-11-20T15:05:00Z&sort=date_modified")
                .json()
                .path("data");

        assertThat(found).hasSize(1);
        assertThat(found.at("/0/name").asText()).isEqualTo("T-shirt");
        assertThat(api.get("/v3/catalog/products/" + mug.id()).status()).isEqualTo(404);
        assertThat(store.shop().stock().available()).hasSize(2);
    }

    @Test
    void cutsThePageToTenWhenOptionsAreIncluded() throws Exception {
        for (int i = 0; i < 12; i++) {
            store.shop().catalogue().create("SKU" + i, BigDecimal.ONE, Map.of());
        }

        assertThat(api.get("/v3/catalog/products?include=variants,options&limit=250")
                        .json()
                        .path("data"))
                .hasSize(10);
    }

    @Test
    void findsVariantsBySkuOnly() throws Exception {
        assertThat(api.get("/v3/catalog/variants?sku=TEE-S")
                        .json()
                        .at("/data/0/id")
                        .asLong())
                .isEqualTo(tee.variants().get(0).id());
        assertThat(api.get("/v3/catalog/variants?product_id:in=" + tee.id())
                        .json()
                        .path("data"))
                .hasSize(2);
    }
}
