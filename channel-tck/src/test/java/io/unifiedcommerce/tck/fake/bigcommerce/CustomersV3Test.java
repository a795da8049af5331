package io.unifiedcommerce.tck.fake.bigcommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.unifiedcommerce.tck.fake.Api;
import io.unifiedcommerce.tck.fake.FakeClock;
import io.unifiedcommerce.tck.fake.shop.CustomerProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomersV3Test {
    private final FakeClock clock = FakeClock.at("2026-11-20T15:00:00Z");
    private final FakeBigCommerce store =
            FakeBigCommerce.start(BigCommerceSettings.defaults().at(clock));
    private final Api api =
            new Api(store.baseUri(), Map.of("X-Auth-Token", "bc-access-token", "Accept", "application/json"));

    @AfterEach
    void stop() {
        store.close();
    }

    private long create(String name) {
        return store.shop()
                .customers()
                .create(CustomerProfile.of(name + "@example.org", name, "Smith"))
                .id();
    }

    private static List<Long> ids(JsonNode body) {
        List<Long> ids = new ArrayList<>();
        body.path("data").forEach(row -> ids.add(row.path("id").asLong()));
        return ids;
    }

    @Test
    void pagesByCursorUntilThereIsNoNext() throws Exception {
        List<Long> all = List.of(create("a"), create("b"), create("c"));

        JsonNode first = api.get("/v3/customers?limit=2").json();
        String cursor = first.at("/meta/cursor_pagination/end_cursor").asText();
        JsonNode second = api.get("/v3/customers?limit=2&after=" + cursor).json();

        assertThat(ids(first)).isEqualTo(all.subList(0, 2));
        assertThat(first.at("/meta/cursor_pagination/links").has("next")).isTrue();
        assertThat(ids(second)).isEqualTo(all.subList(2, 3));
        assertThat(second.at("/meta/cursor_pagination/links").has("next")).isFalse();
        assertThat(second.at("/meta/pagination/total").asInt()).isEqualTo(3);
    }

    @Test
    void filtersByModificationEmailAndId() throws Exception {
        long early = create("early");
        clock.advance(Duration.ofHours(1));
        long late = create("late");

        assertThat(ids(api.get("/v3/customers?date_modified:min=2026-11-20T15:30:00Z")
                        .json()))
                .containsExactly(late);
        assertThat(ids(api.get("/v3/customers?email:in=EARLY@example.org,none@example.org")
                        .json()))
                .containsExactly(early);
        assertThat(ids(api.get("/v3/customers?id:in=" + late + "," + early).json()))
                .containsExactly(early, late);
    }

    @Test
    void refusesTheWholeArrayForOneTakenEmail() throws Exception {
        create("taken");

        Api.Reply refused = api.send(
                "POST",
                "/v3/customers",
                "[{\"email\":\"new@example.org\",\"first_name\":\"N\",\"last_name\":\"N\"},"
                        + "{\"email\":\"Taken@example.org\",\"first_name\":\"T\",\"last_name\":\"T\"}]");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(store.shop().customers().byEmail("new@example.org")).isEmpty();
    }

    @Test
    void changesOnlyTheGivenFields() throws Exception {
        long id = create("ines");

        api.send("PUT", "/v3/customers", "[{\"id\":" + id + ",\"customer_group_id\":7}]");

        CustomerProfile profile =
                store.shop().customers().records().find(id).orElseThrow().profile();
        assertThat(profile.groupId()).isEqualTo(7);
        assertThat(profile.firstName()).isEqualTo("ines");
    }

    @Test
    void takesTenCustomersAtATimeAndNoMore() throws Exception {
        String row = "{\"email\":\"x@example.org\",\"first_name\":\"X\",\"last_name\":\"X\"}";
        String eleven = "[" + (row + ",").repeat(10) + row + "]";

        assertThat(api.send("POST", "/v3/customers", eleven).status()).isEqualTo(413);
    }

    @Test
    void upsertsAttributeValues() throws Exception {
        long id = create("ines");
        api.send(
                "POST",
                "/v3/customers/attributes",
                "[{\"name\":\"tier\",\"type\":\"string\"},{\"name\":\"score\",\"type\":\"number\"}]");

        Api.Reply written = upsert(id, 1, "silver");
        upsert(id, 1, "gold");

        assertThat(written.status()).isEqualTo(200);
        assertThat(store.attributes(id)).containsExactly(Map.entry("tier", "gold"));
        assertThat(upsert(id, 2, "many").status()).isEqualTo(422);
        assertThat(api.get("/v3/customers?include=attributes")
                        .json()
                        .at("/data/0/attributes/0/attribute_value")
                        .asText())
                .isEqualTo("gold");
    }

    private Api.Reply upsert(long customer, long attribute, String value) throws Exception {
        return api.send(
                "PUT",
                "/v3/customers/attribute-values",
                "[{\"customer_id\":" + customer + ",\"attribute_id\":" + attribute + ",\"value\":\"" + value + "\"}]");
    }

    @Test
    void removesEverySubscriberWhenNoFilterIsGiven() throws Exception {
        api.send("POST", "/v3/customers/subscribers", "{\"email\":\"a@example.org\",\"first_name\":\"A\"}");
        api.send("POST", "/v3/customers/subscribers", "{\"email\":\"b@example.org\"}");

        assertThat(api.send("POST", "/v3/customers/subscribers", "{\"email\":\"A@example.org\"}")
                        .status())
                .isEqualTo(409);
        assertThat(api.get("/v3/customers/subscribers?email=a@example.org")
                        .json()
                        .at("/data/0/first_name")
                        .asText())
                .isEqualTo("A");
        api.send("DELETE", "/v3/customers/subscribers", "");
        assertThat(ids(api.get("/v3/customers/subscribers").json())).isEmpty();
    }
}
