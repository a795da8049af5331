package io.unifiedcommerce.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryCommandTest {
    @TempDir
    Path directory;

    @Test
    void showsTheUnifiedEventsOfALiveEndpoint() throws IOException {
        try (SampleServer shop = Ran.shop()) {
            Ran tried = Ran.channel("try", Ran.WOOCOMMERCE, "--options", options(shop.uri(), "cs_1"));

            assertThat(tried.code()).as(tried.out() + tried.err()).isZero();
            assertThat(tried.out())
                    .contains("orders 727 -> commerce.orders.v1 default|try|727")
                    .contains("\"grand_total\" : \"78.6000\"")
                    .contains("orders 729 -> no event: the mapping's 'when' leaves it out")
                    .contains("3 records: 2 events, 1 left out, 0 dead letters");
        }
    }

    @Test
    void stopsAtTheLimitAndShowsTheRecordsThemselvesOnDemand() throws IOException {
        try (SampleServer shop = Ran.shop()) {
            Ran tried = Ran.channel(
                    "try", Ran.WOOCOMMERCE, "--options", options(shop.uri(), "cs_1"), "-n", 1, "--raw", "-s", "orders");

            assertThat(tried.out())
                    .contains("orders 727 =", "\"created_via\" : \"checkout\"", "1 records: 1 events")
                    .doesNotContain("728");
        }
    }

    @Test
    void whatIsWrongStandsAtTheOptionThatMendsIt() throws IOException {
        try (SampleServer shop = Ran.shop()) {
            Ran refused = Ran.channel("try", Ran.WOOCOMMERCE, "--options", options(shop.uri(), "cs_other"));
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.out()).startsWith("woocommerce.consumer.key: ").doesNotContain("cs_other");
        }
        Ran incomplete =
                Ran.channel("try", Ran.WOOCOMMERCE, "-o", "woocommerce.url=ftp://shop", "-o", "woocommerce.ur=x");
        assertThat(incomplete.code()).isEqualTo(1);
        assertThat(incomplete.out())
                .contains("woocommerce.consumer.secret: ", "woocommerce.url: ", "did you mean 'woocommerce.url'?");
        Ran misspelt = Ran.channel(
                "try", Ran.WOOCOMMERCE, "--options", options(URI.create("http://127.0.0.1:1"), "cs_1"), "-s", "ordrs");
        assertThat(misspelt.code()).isEqualTo(2);
        assertThat(misspelt.err()).contains("did you mean 'orders'?");
    }

    @Test
    void aPlatformThatDoesNotAnswerAsPromisedIsToldWithTheRequest() throws IOException {
        Path folder = directory.resolve("woocommerce");
        Files.createDirectories(folder.resolve("mappings"));
        Files.copy(Ran.WOOCOMMERCE.resolve("mappings/order.yaml"), folder.resolve("mappings/order.yaml"));
        Files.writeString(
                folder.resolve("channel.yaml"),
                Files.readString(Ran.WOOCOMMERCE.resolve("channel.yaml"))
                        .replaceFirst("(?s)check:.*?\\n\\n", "")
                        .replaceFirst("path: /orders\\n", "path: /order\n"));
        try (SampleServer shop = Ran.shop()) {
            Ran tried = Ran.channel("try", folder, "--options", options(shop.uri(), "cs_1"));

            assertThat(tried.code()).isEqualTo(1);
            assertThat(tried.out()).contains("GET /order").contains("404");
        }
    }

    @Test
    void nothingIsSentThatMayChangeSomething() throws IOException {
        Files.writeString(directory.resolve("channel.yaml"), "channel: x");
        Files.writeString(directory.resolve("read.graphql"), "query Q { orders { id } }");
        Files.writeString(directory.resolve("write.graphql"), "# fine\nmutation M { orderClose { id } }");
        List<String> sent = new ArrayList<>();
        ChannelFolder folder = ChannelFolder.directory(directory);
        ReadOnlyClient client = new ReadOnlyClient(recording(sent), folder, false, 2);

        assertThatThrownBy(() -> call(client, rest("POST", "/orders"))).hasMessageContaining("--allow-post");
        assertThatThrownBy(() -> call(client, rest("DELETE", "/orders/1"))).isInstanceOf(RefusedRequestException.class);
        assertThatThrownBy(() -> call(client, graphql("write.graphql"))).hasMessageContaining("write.graphql");
        assertThatThrownBy(() -> call(client, graphql("gone.graphql"))).isInstanceOf(RefusedRequestException.class);
        assertThat(sent).isEmpty();

        call(client, rest("GET", "/orders"));
        call(client, graphql("read.graphql"));
        assertThatThrownBy(() -> call(client, rest("GET", "/orders"))).hasMessageContaining("Stopped after 2 requests");
        assertThat(sent).hasSize(2);
        call(new ReadOnlyClient(recording(sent), folder, true, 9), rest("POST", "/orders/search"));
        assertThat(sent).hasSize(3);
    }

    private static void call(ChannelClient client, RequestSpec request) {
        client.call(request, Map.of(), ChannelClient.Purpose.READ);
    }

    private static RequestSpec rest(String method, String path) {
        return new RequestSpec(method, path, Map.of(), Map.of(), null, null, Map.of());
    }

    private static RequestSpec graphql(String file) {
        return new RequestSpec("POST", null, Map.of(), Map.of(), null, file, Map.of("a", TextNode.valueOf("b")));
    }

    private static ChannelClient recording(List<String> sent) {
        return new ChannelClient() {
            @Override
            public Answer call(RequestSpec request, Map<String, ?> values, Purpose purpose) {
                sent.add(request.toString());
                return new Answer(200, Map.of(), null, Instant.EPOCH);
            }

            @Override
            public InputStream download(URI file) {
                return InputStream.nullInputStream();
            }

            @Override
            public double quotaHeadroom() {
                return 1;
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    private Path options(URI shop, String secret) throws IOException {
        Path file = directory.resolve("shop.properties");
        Files.writeString(
                file,
                "woocommerce.url=" + shop + "\nwoocommerce.consumer.key=ck_1\nwoocommerce.consumer.secret=" + secret
                        + "\n");
        return file;
    }
}
