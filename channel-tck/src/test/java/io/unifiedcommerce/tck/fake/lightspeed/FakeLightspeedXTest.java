package io.unifiedcommerce.tck.fake.lightspeed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.unifiedcommerce.tck.fake.Api;
import io.unifiedcommerce.tck.fake.FakeClock;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.CustomerProfile;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeLightspeedXTest {
    private static final String API = "/api/2026-07";

    private final FakeClock clock = FakeClock.at("2026-11-20T15:00:00Z");
    private final FakeLightspeedX store =
            FakeLightspeedX.start(LightspeedXSettings.defaults().at(clock).withRegisters(0));
    private final Api api = new Api(
            store.baseUri(),
            Map.of("Authorization", "Bearer " + store.settings().personalToken()));

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void listsARecordUnderTheNumberOfItsLastChangeOnly() throws Exception {
        Customer ines = customer("ines@example.org");
        Customer jo = customer("jo@example.org");
        JsonNode before = api.get(API + "/customers").json();
        long reached = before.path("version").path("max").asLong();
        assertThat(ids(before)).containsExactly(id(ines), id(jo));

        store.shop().customers().change(ines.id(), customer -> customer.tagged(List.of("vip")));

        assertThat(ids(api.get(API + "/customers?after=" + reached).json())).containsExactly(id(ines));
        JsonNode end = api.get(API + "/customers?after=99999999999").json();
        assertThat(ids(end)).isEmpty();
        assertThat(end.path("version").path("max").isNull()).isTrue();
    }

    @Test
    void tellsOfWhatIsDeletedOnlyToWhomAsks() throws Exception {
        Customer ines = customer("ines@example.org");
        store.shop().customers().delete(ines.id());

        assertThat(ids(api.get(API + "/customers").json())).isEmpty();
        JsonNode all = api.get(API + "/customers?deleted=true").json();
        assertThat(ids(all)).containsExactly(id(ines));
        assertThat(all.path("data").path(0).path("deleted_at").isNull()).isFalse();
    }

    @Test
    void cutsPagesWithoutSayingSo() throws Exception {
        for (int i = 0; i < store.settings().largestPage() + 1; i++) {
            customer("c" + i + "@example.org");
        }
        assertThat(ids(api.get(API + "/customers?page_size=1000").json()))
                .hasSize(store.settings().largestPage());
    }

    @Test
    void refusesByDateWhenTheFiveMinutesAreUsedUp() throws Exception {
        for (int i = 0; i < 50; i++) {
            assertThat(api.get(API + "/retailer").status()).isEqualTo(200);
        }
        Api.Reply refused = api.get(API + "/retailer");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("Fri, 20 Nov 2026 15:03:43 GMT");
        clock.advance(Duration.ofSeconds(223));
        assertThat(api.get(API + "/retailer").status()).isEqualTo(200);
    }

    @Test
    void takesARefreshTokenOnce() throws Exception {
        assertThat(refresh("ls-first-refresh-token").status()).isEqualTo(200);
        assertThat(refresh("ls-first-refresh-token").status()).isEqualTo(400);
        assertThat(refresh("refresh-1").status()).isEqualTo(200);
        assertThat(store.tokens().given()).isEqualTo(2);
    }

    @Test
    void takesABatchOfAdjustmentsWholeOrNot() throws Exception {
        Variant tee = store.shop().catalogue().create("TEE", new BigDecimal("29.90"), Map.of(1L, 10L));
        String reason = post("/custom_inventory_adjustment_reasons", Map.of("name", "ours", "type", "NEGATIVE"))
                .json()
                .path("data")
                .path("id")
                .asText();
        Map<String, Object> good = row(tee, "-3", reason);

        assertThat(adjust(good, row(tee, "3", reason)).status())
                .as("a reason for losses with a gain")
                .isEqualTo(422);
        assertThat(store.shop().stock().available("TEE", 1)).isEqualTo(10);
        assertThat(adjust(good, row(tee, "-1", reason)).status()).isEqualTo(201);
        assertThat(store.shop().stock().available("TEE", 1)).isEqualTo(6);
    }

    private Api.Reply adjust(Object... rows) throws Exception {
        return post("/stock_adjustments", Map.of("stock_adjustments", List.of(rows)));
    }

    private Api.Reply post(String path, Object body) throws Exception {
        return api.send("POST", API + path, new ObjectMapper().writeValueAsString(body));
    }

    private Api.Reply refresh(String token) throws Exception {
        return api.send(
                "POST",
                "/api/1.0/token",
                "grant_type=refresh_token&refresh_token=" + token
                        + "&client_id=ls-client-id&client_secret=ls-client-secret");
    }

    private static Map<String, Object> row(Variant variant, String quantity, String reason) {
        return Map.of(
                "product_id",
                FakeLightspeedX.productId(variant.id()),
                "outlet_id",
                FakeLightspeedX.outletId(1),
                "quantity",
                quantity,
                "reason",
                "CUSTOM",
                "custom_inventory_adjustment_reason_id",
                reason);
    }

    private Customer customer(String email) {
        return store.shop().customers().create(CustomerProfile.of(email, "Ines", "Bernard"));
    }

    private static String id(Customer customer) {
        return FakeLightspeedX.customerId(customer.id());
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("data").forEach(row -> ids.add(row.path("id").asText()));
        return ids;
    }
}
