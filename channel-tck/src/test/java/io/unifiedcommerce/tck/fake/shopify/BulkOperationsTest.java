package io.unifiedcommerce.tck.fake.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.unifiedcommerce.tck.fake.Api;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkOperationsTest {
    private static final String ORDERS =
            "{ orders(query: \"updated_at:>='2026-11-01T00:00:00Z'\") { edges { node { id name"
                    + " fulfillments { id } lineItems { edges { node { id sku } } } } } } }";

    private final Shopper shopper = new Shopper();

    @BeforeEach
    void stockTees() {
        shopper.store.shop().catalogue().create("TEE", new BigDecimal("29.90"), Map.of(1L, 10_000L));
    }

    @AfterEach
    void stop() {
        shopper.close();
    }

    private JsonNode run(String query, boolean grouped) throws Exception {
        return shopper.data(
                        "mutation B($q: String!, $g: Boolean!) { bulkOperationRunQuery(query: $q, groupObjects: $g) {"
                                + " bulkOperation { id status } userErrors { code field message } } }",
                        Map.of("q", query, "g", grouped))
                .path("bulkOperationRunQuery");
    }

    private JsonNode poll(JsonNode started) throws Exception {
        String id = started.at("/bulkOperation/id").asText();
        return shopper.data("{ bulkOperation(id: \"" + id + "\") { status errorCode objectCount rootObjectCount"
                        + " fileSize url partialDataUrl } }")
                .path("bulkOperation");
    }

    private List<String> lines(JsonNode job) throws Exception {
        URI url = URI.create(job.path("url").asText());
        String text = new Api(url, Map.of()).get("").text();
        return text.lines().toList();
    }

    @Test
    void runsForAWhileAndGivesAFileOfAllObjects() throws Exception {
        shopper.buy("TEE", 1);
        shopper.buy("TEE", 1);
        shopper.store.bulk().runFor(2);

        JsonNode started = run(ORDERS, false);
        assertThat(started.at("/bulkOperation/status").asText()).isEqualTo("CREATED");
        assertThat(poll(started).path("status").asText()).isEqualTo("RUNNING");
        assertThat(poll(started).path("url").isNull()).isTrue();
        JsonNode job = poll(started);

        assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(job.path("objectCount").asText()).isEqualTo("4");
        assertThat(job.path("rootObjectCount").asText()).isEqualTo("2");
        List<String> lines = lines(job);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).contains("gid:\\/\\/shopify\\/Order\\/").doesNotContain("__parentId");
        assertThat(lines.get(1))
                .as("ungrouped children do not follow their own parent")
                .doesNotContain("__parentId");
        assertThat(lines.get(3)).contains("\"__parentId\":\"gid:\\/\\/shopify\\/Order\\/");
    }

    @Test
    void groupsChildrenUnderTheirParentWhenAsked() throws Exception {
        shopper.buy("TEE", 1);
        shopper.buy("TEE", 1);
        shopper.store.bulk().runFor(0);

        List<String> lines = lines(poll(run(ORDERS, true)));

        assertThat(lines.get(1)).contains("__parentId");
        assertThat(lines.get(2)).doesNotContain("__parentId");
    }

    @Test
    void walksAllSlicesOnce() throws Exception {
        int orders = BulkSlice.SIZE * 2 + 3;
        for (int i = 0; i < orders; i++) {
            shopper.buy("TEE", 1);
        }
        shopper.store.bulk().runFor(0);

        JsonNode job = poll(run(ORDERS, false));
        Map<String, Set<String>> linesByParent = new HashMap<>();
        List<String> parents = new ArrayList<>();
        for (String line : lines(job)) {
            JsonNode object = JsonMapper.builder().build().readTree(line);
            if (object.has("__parentId")) {
                linesByParent
                        .computeIfAbsent(object.path("__parentId").asText(), id -> new HashSet<>())
                        .add(object.path("id").asText());
            } else {
                parents.add(object.path("id").asText());
            }
        }

        assertThat(job.path("rootObjectCount").asInt()).isEqualTo(orders);
        assertThat(parents).hasSize(orders).doesNotHaveDuplicates();
        assertThat(linesByParent.keySet()).containsExactlyInAnyOrderElementsOf(parents);
    }

    @Test
    void hasNoFileWhenNothingMatched() throws Exception {
        shopper.store.bulk().runFor(0);

        JsonNode job = poll(run(ORDERS, false));

        assertThat(job.path("objectCount").asText()).isEqualTo("0");
        assertThat(job.path("url").isNull()).isTrue();
    }

    @Test
    void failsOnDemandWithPartialData() throws Exception {
        shopper.store.bulk().runFor(0);
        shopper.store.bulk().failNext("INTERNAL_SERVER_ERROR");

        JsonNode job = poll(run(ORDERS, false));

        assertThat(job.path("status").asText()).isEqualTo("FAILED");
        assertThat(job.path("errorCode").asText()).isEqualTo("INTERNAL_SERVER_ERROR");
        assertThat(job.path("url").isNull()).isTrue();
        assertThat(job.path("partialDataUrl").asText()).startsWith("http://127.0.0.1");
    }

    @Test
    void refusesWhatABulkQueryMayNotBe() throws Exception {
        assertThat(problem("{ orders { nodes { id } } }")).contains("edges and node");
        assertThat(problem("{ orders { edges { node { name lineItems { edges { node { id } } } } } } }"))
                .contains("must select its id");
        assertThat(problem("{ orders { edges { node { id refunds { id refundLineItems { edges { node { quantity } } } }"
                        + " } } } }"))
                .contains("connection field within a list field");
        assertThat(problem("{ shop { id } }")).contains("at least one connection");
        assertThat(problem("{ orders { edges { node { id } } } products { edges { node { id } } } }"))
                .contains("exactly one top-level field");
    }

    private String problem(String query) throws Exception {
        JsonNode error = run(query, false).at("/userErrors/0");
        assertThat(error.path("code").asText()).isEqualTo("INVALID");
        return error.path("message").asText();
    }

    @Test
    void runsFiveJobsAtOnceAndNoMore() throws Exception {
        for (int i = 0; i < 5; i++) {
            run(ORDERS, false);
        }

        assertThat(run(ORDERS, false).at("/userErrors/0/code").asText()).isEqualTo("LIMIT_REACHED");
    }
}
