package io.unifiedcommerce.channel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.unifiedcommerce.channel.manifest.RequestSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors that come with status 200. */
class GraphqlTest {
    private static final RequestSpec ORDERS =
            new RequestSpec("GET", null, Map.of(), Map.of(), null, "orders.graphql", Map.of());

    private static final String THROTTLED = """
            {"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],
            "extensions":{"cost":{"requestedQueryCost":310,"actualQueryCost":null,"throttleStatus":{
            "maximumAvailable":2000.0,"currentlyAvailable":120,"restoreRate":100.0}}}}
            """;
    private static final String IGNORED_FILTER = """
            {"data":{"orders":[]},"extensions":{"search":[{"path":["orders"],"query":"updated:>1",
            "warnings":[{"field":"updated","message":"Invalid search field for this query.",
            "code":"invalid_field"}]}]}}
            """;

    @TempDir
    Path directory;

    private final FakeTime time = new FakeTime();
    private FakeShop shop;
    private OkHttpChannelClient client;

    @BeforeEach
    void open() {
        shop = new FakeShop(directory).quota("{kind: graphql_cost, reserve: 0.2}");
        client = shop.client(time);
    }

    @AfterEach
    void close() {
        client.close();
        shop.close();
    }

    @Test
    void waitsForThePointsThatAThrottledQueryAskedFor() {
        shop.answers(FakeShop.json(THROTTLED), FakeShop.json("{\"data\":{\"orders\":[]}}"));

        assertThat(call(ChannelClient.Purpose.READ).body()).isEqualTo(Map.of("data", Map.of("orders", List.of())));

        // 310 points and the reserve of 400, of which 120 are there and 100 come each second
        assertThat(waited()).isBetween(Duration.ofMillis(5900), Duration.ofMillis(6500));
        assertThat(client.quotaHeadroom()).isBetween(0.0, 0.3);
    }

    @Test
    void sendsAThrottledWriteAgainForItHadNoEffect() {
        shop.answers(error("THROTTLED", "Throttled"), FakeShop.json("{\"data\":{}}"));

        assertThat(call(ChannelClient.Purpose.WRITE).status()).isEqualTo(200);
    }

    @Test
    void tellsMissingScopesFromRefusedData() {
        shop.answers(
                error("ACCESS_DENIED", "Access denied for orders field"),
                error("MAX_COST_EXCEEDED", "Query cost is 1200"),
                error("undefinedField", "Field 'x' doesn't exist"));

        assertThatThrownBy(() -> call(ChannelClient.Purpose.READ)).isInstanceOf(ChannelException.Forbidden.class);
        assertThatThrownBy(() -> call(ChannelClient.Purpose.READ))
                .isInstanceOf(ChannelException.Rejected.class)
                .hasMessageContaining("smaller pages");
        assertThatThrownBy(() -> call(ChannelClient.Purpose.READ))
                .isInstanceOf(ChannelException.Rejected.class)
                .hasMessage("orders.graphql: refused: Field 'x' doesn't exist");
    }

    @Test
    void doesNotQuoteTheCustomerInARefusedWrite() {
        shop.answers(error("INVALID_VARIABLE", "email ines@example.org is invalid"));

        ChannelException.Rejected rejected =
                catchThrowableOfType(ChannelException.Rejected.class, () -> call(ChannelClient.Purpose.WRITE));

        assertThat(rejected).hasMessage("orders.graphql: refused: INVALID_VARIABLE");
        assertThat(rejected.body()).isInstanceOf(Map.class);
    }

    @Test
    void triesAReadAgainAfterAnInternalErrorButNotAWrite() {
        shop.answers(
                error("INTERNAL_SERVER_ERROR", "Internal error"),
                FakeShop.json("{\"data\":{}}"),
                error("INTERNAL_SERVER_ERROR", "Internal error"));

        assertThat(call(ChannelClient.Purpose.READ).status()).isEqualTo(200);
        assertThat(catchThrowableOfType(ChannelException.Transient.class, () -> call(ChannelClient.Purpose.WRITE))
                        .outcomeUnknown())
                .isTrue();
        assertThat(shop.server().getRequestCount()).isEqualTo(3);
    }

    @Test
    void refusesAListWhoseFilterWasIgnored() {
        String noWarnings = "{\"data\":{},\"extensions\":{\"search\":[{\"warnings\":[]}]}}";
        shop.answers(FakeShop.json(IGNORED_FILTER), FakeShop.json(noWarnings));

        assertThatThrownBy(() -> call(ChannelClient.Purpose.READ))
                .isInstanceOf(ChannelException.BrokenContract.class)
                .hasMessageContaining("Invalid search field for this query.");
        assertThat(call(ChannelClient.Purpose.READ).status()).isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoGraphqlAnswer() {
        shop.answers(FakeShop.json("[]"), FakeShop.json(""));

        assertThatThrownBy(() -> call(ChannelClient.Purpose.READ)).isInstanceOf(ChannelException.BrokenContract.class);
        assertThatThrownBy(() -> call(ChannelClient.Purpose.READ)).isInstanceOf(ChannelException.BrokenContract.class);
    }

    private static MockResponse error(String code, String message) {
        return FakeShop.json("{\"data\":null,\"errors\":[{\"message\":\"" + message + "\",\"extensions\":{\"code\":\""
                + code + "\"}}]}");
    }

    private Answer call(ChannelClient.Purpose purpose) {
        return client.call(ORDERS, Map.of(), purpose);
    }

    private Duration waited() {
        return time.waits().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
