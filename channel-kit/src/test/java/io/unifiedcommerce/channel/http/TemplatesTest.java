package io.unifiedcommerce.channel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.unifiedcommerce.channel.manifest.ManifestException;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {
    @TempDir
    Path directory;

    private FakeShop shop;
    private Templates templates;

    @BeforeEach
    void compile() {
        shop = new FakeShop(directory);
        templates = new Templates(
                shop.manifest(),
                shop.folder(),
                Map.of("shop.url", "https://api.example.com/stores/h1", "shop.version", "2026-07"));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void encodesValuesOfThePathAsOneSegmentAndLiteralsNotTwice() {
        assertThat(url("/v2/a%20b/${record.id}/items", Map.of("record", Map.of("id", "A/1 +?#%"))))
                .isEqualTo("https://api.example.com/stores/h1/v2/a%20b/A%2F1%20%2B%3F%23%25/items");
        assertThat(url("/orders/${id}", Map.of("id", "gid://shop/Order/1")))
                .isEqualTo("https://api.example.com/stores/h1/orders/gid%3A%2F%2Fshop%2FOrder%2F1");
    }

    @Test
    void sendsARequestToTheOtherAddressThatItNames() {
        RequestSpec elsewhere =
                new RequestSpec("GET", "/lists/${id}", Map.of(), Map.of(), null, null, Map.of()).at("files");
        Templates knowing = new Templates(
                shop.manifest(),
                shop.folder(),
                Map.of(
                        "shop.url",
                        "https://api.example.com",
                        "shop.version",
                        "1",
                        "shop.files",
                        "https://files.example.com"));

        assertThat(knowing.render(elsewhere, Map.of("id", "a/b")).url().toString())
                .isEqualTo("https://files.example.com/v1/lists/a%2Fb");
        assertThatThrownBy(() -> templates.render(elsewhere, Map.of("id", "1")))
                .isInstanceOf(ChannelException.BrokenContract.class)
                .hasMessage("GET /lists/${id}: the address is not known; set the options in '${shop.files}/v1'");
    }

    @Test
    void refusesValuesThatWouldNameAnotherResource() {
        for (Object value : List.of("..", ".", "")) {
            assertThatThrownBy(() -> url("/orders/${id}/refunds", Map.of("id", value)))
                    .isInstanceOf(ChannelException.BrokenContract.class);
        }
        assertThatThrownBy(() -> url("/orders/${record.id}", Map.of("record", Map.of())))
                .isInstanceOf(ChannelException.BrokenContract.class)
                .hasMessage("GET /orders/${record.id}: no value for ${record.id}");
    }

    @Test
    void fillsInParametersAndLeavesOutThoseWithoutValue() {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("min_date", "${window.from}");
        params.put("page", "${page.token}");
        params.put("sku:in", "${ids}");
        params.put("limit", "250");
        RequestSpec spec = new RequestSpec("GET", "/orders", params, Map.of(), null, null, Map.of());

        assertThat(render(spec, Map.of("window.from", "2026-11-20T10:00:00+01:00", "ids", List.of("a b", "c&d"))))
                .extracting(request -> request.url().encodedQuery())
                .isEqualTo("min_date=2026-11-20T10%3A00%3A00%2B01%3A00&sku%3Ain=a%20b%2Cc%26d&limit=250");
    }

    @Test
    void followsALinkOfTheSameHostUntouchedAndNoOther() {
        assertThat(url("${page.link}", Map.of("page.link", "https://api.example.com/x?after=a%2Fb")))
                .isEqualTo("https://api.example.com/x?after=a%2Fb");
        assertThat(url("https://api.example.com/stores/h1/x?after=1", Map.of()))
                .isEqualTo("https://api.example.com/stores/h1/x?after=1");
        for (String elsewhere :
                List.of("https://evil.example/x", "http://api.example.com/x", "https://api.example.com:8443/")) {
            assertThatThrownBy(() -> url("${page.link}", Map.of("page.link", elsewhere)))
                    .isInstanceOf(ChannelException.BrokenContract.class)
                    .hasMessageContaining("another host");
        }
    }

    @Test
    void sendsGraphqlVariablesInTheirTypesAndNullForNothing() {
        Map<String, JsonNode> variables = new LinkedHashMap<>();
        variables.put("first", TextNode.valueOf("${page.size}"));
        variables.put("after", TextNode.valueOf("${page.token}"));
        variables.put("depth", IntNode.valueOf(2));
        OutgoingRequest request = render(
                new RequestSpec("GET", null, Map.of(), Map.of(), null, "orders.graphql", variables),
                Map.of("page.size", 25));

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.url()).hasToString("https://api.example.com/stores/h1/api/2026-07/graphql.json");
        assertThat(new String(request.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"query\":\"query($first: Int) { orders(first: $first) { id } }\","
                        + "\"variables\":{\"first\":25,\"after\":null,\"depth\":2}}");
    }

    @Test
    void leavesOutWhatARestBodyHasNoValueFor() {
        JsonNode body = JsonNodeFactory.instance
                .objectNode()
                .put("cursor", "${page.token}")
                .put("limit", "${page.size}");

        OutgoingRequest request = render(
                new RequestSpec("POST", "/search", Map.of(), Map.of(), body, null, Map.of()), Map.of("page.size", 500));

        assertThat(new String(request.body(), StandardCharsets.UTF_8)).isEqualTo("{\"limit\":500}");
    }

    @Test
    void letsARequestsHeadersWinOverTheCommonOnes() {
        RequestSpec spec = new RequestSpec(
                "GET", "/x", Map.of(), Map.of("Accept", "text/plain", "X-None", "${page.token}"), null, null, Map.of());

        assertThat(render(spec, Map.of()).headers()).isEqualTo(Map.of("Accept", "text/plain"));
    }

    @Test
    void saysWhichFileOrOptionIsMissing() {
        assertThatThrownBy(() -> render(
                        new RequestSpec("GET", null, Map.of(), Map.of(), null, "none.graphql", Map.of()), Map.of()))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("none.graphql");
        assertThatThrownBy(() -> new Templates(shop.manifest(), shop.folder(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("${shop.url}");
        assertThatThrownBy(() -> new Templates(shop.manifest(), shop.folder(), Map.of("shop.url", "my shop")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("${shop.url}")
                .hasMessageNotContaining("my shop");
    }

    @Test
    void showsNoValuesInARequestsText() {
        assertThat(render(FakeShop.ORDERS, Map.of())).hasToString("GET /orders");
    }

    private String url(String path, Map<String, ?> values) {
        return render(new RequestSpec("GET", path, Map.of(), Map.of(), null, null, Map.of()), values)
                .url()
                .toString();
    }

    private OutgoingRequest render(RequestSpec spec, Map<String, ?> values) {
        return templates.render(spec, values);
    }
}
