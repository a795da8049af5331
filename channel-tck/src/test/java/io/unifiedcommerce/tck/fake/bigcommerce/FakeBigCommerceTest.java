package io.unifiedcommerce.tck.fake.bigcommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.tck.fake.Api;
import io.unifiedcommerce.tck.fake.FakeClock;
import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.Faults;
import io.unifiedcommerce.tck.fake.QuotaUse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeBigCommerceTest {
    private final FakeClock clock = FakeClock.at("2026-11-20T15:00:00Z");
    private final FakeBigCommerce store =
            FakeBigCommerce.start(BigCommerceSettings.defaults().at(clock).allowing(3));
    private final Api api =
            new Api(store.baseUri(), Map.of("X-Auth-Token", "bc-access-token", "Accept", "application/json"));

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void countsRequestsPerWindowAndTellsWhenItEnds() throws Exception {
        clock.advance(Duration.ofSeconds(10));
        for (int left = 2; left >= 0; left--) {
            assertThat(api.get("/v2/store").header("X-Rate-Limit-Requests-Left"))
                    .isEqualTo(String.valueOf(left));
        }

        Api.Reply refused = api.get("/v2/store");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("X-Rate-Limit-Time-Reset-Ms")).isEqualTo("20000");
        clock.advance(Duration.ofSeconds(20));
        assertThat(api.get("/v2/store").status()).isEqualTo(200);
        assertThat(store.quotaUse()).isEqualTo(new QuotaUse(6, 4, 1));
    }

    @Test
    void refusesAWrongTokenAndAMissingScope() throws Exception {
        assertThat(api.with("X-Auth-Token", "wrong").get("/v2/store").status()).isEqualTo(401);
        store.faults().withdrawScope("store_inventory");
        assertThat(api.get("/v3/inventory/items").status()).isEqualTo(403);
        assertThat(api.get("/v2/store").status()).isEqualTo(200);
    }

    @Test
    void misbehavesAsScripted() throws Exception {
        store.faults()
                .next(
                        new Fault.TooManyRequests(null, true),
                        new Fault.TooManyRequests(Duration.ofSeconds(7), false),
                        new Fault.ServerError(503),
                        new Fault.MaintenancePage());

        Api.Reply overQuota = api.get("/v2/store");
        Api.Reply overloaded = api.get("/v2/store");
        Api.Reply down = api.get("/v2/store");
        Api.Reply maintenance = api.get("/v2/store");

        assertThat(overQuota.status()).isEqualTo(429);
        assertThat(overQuota.header("X-Rate-Limit-Requests-Left")).isEqualTo("0");
        assertThat(overloaded.header("X-Retry-After")).isEqualTo("7");
        assertThat(overloaded.header("X-Rate-Limit-Requests-Left")).isNull();
        assertThat(down.status()).isEqualTo(503);
        assertThat(maintenance.status()).isEqualTo(200);
        assertThat(maintenance.text()).startsWith("<!DOCTYPE html>");
        assertThat(store.requests().withStatus(429)).isEqualTo(2);
    }

    @Test
    void cutsTheConnectionBeforeOrAfterTheRequestTookEffect() {
        store.shop().catalogue().create("TEE", BigDecimal.TEN, Map.of(1L, 5L));
        String path = "/v3/inventory/adjustments/relative";
        String minusOne = "{\"items\":[{\"location_id\":1,\"sku\":\"TEE\",\"quantity\":-1}]}";
        store.faults().next(Faults.path("relative"), new Fault.Cut(false), new Fault.Cut(true));

        assertThatThrownBy(() -> api.send("POST", path, minusOne)).isInstanceOf(IOException.class);
        assertThat(store.shop().stock().available("TEE", 1)).isEqualTo(5);
        assertThatThrownBy(() -> api.send("POST", path, minusOne)).isInstanceOf(IOException.class);
        assertThat(store.shop().stock().available("TEE", 1)).isEqualTo(4);
    }

    @Test
    void sendsHalfABodyAndSlowAnswers() throws Exception {
        store.faults().next(new Fault.HalfBody(), new Fault.Slow(Duration.ofMillis(30)));

        assertThatThrownBy(() -> api.get("/v2/store")).isInstanceOf(IOException.class);
        assertThat(api.get("/v2/store").status()).isEqualTo(200);
    }

    @Test
    void drawsRandomFaultsFromTheSeed() throws Exception {
        store.faults().randomly(1, Faults.path("/v2/store"), new Fault.ServerError(502));

        assertThat(api.get("/v2/store").status()).isEqualTo(502);
        store.faults().clear();
        assertThat(api.get("/v2/store").status()).isEqualTo(200);
    }
}
