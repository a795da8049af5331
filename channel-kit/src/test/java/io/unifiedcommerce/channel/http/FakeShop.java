package io.unifiedcommerce.channel.http;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A platform on this machine that answers as it is told, and clients for it. */
final class FakeShop implements AutoCloseable {
    static final String TOKEN = "t0p-s3cret";
    static final RequestSpec ORDERS = new RequestSpec("GET", "/orders", Map.of(), Map.of(), null, null, Map.of());
    static final RequestSpec STOCK = new RequestSpec("POST", "/stock", Map.of(), Map.of(), null, null, Map.of());
    static final TransportSettings SETTINGS = TransportSettings.of(
            Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMinutes(10));

    private static final String MANIFEST = """
            channel: shop
            kind: api
            title: Shop
            options:
              shop.url: {doc: Address.}
              shop.token: {doc: Token., type: password, optional: true}
              shop.id: {doc: Client id., optional: true}
              shop.secret: {doc: Client secret., type: password, optional: true}
              shop.version: {doc: Version., by_default: "2026-07"}
              shop.files: {doc: Address of files., optional: true}
            http:
              base_url: ${shop.url}
              graphql_path: /api/${shop.version}/graphql.json
              max_body_mib: 1
            %s
              headers: {Accept: application/json}
              expected_headers: {X-Api-Version: "${shop.version}"}
              other_base_urls: {files: "${shop.files}/v1"}
            auth:
              - {kind: header, requires: shop.token, headers: {X-Access-Token: "${shop.token}"}}
              - kind: oauth2_client_credentials
                requires: [shop.id, shop.secret]
                token_url: ${shop.url}/token
                client_id: ${shop.id}
                client_secret: ${shop.secret}
                headers: {X-Access-Token: "${token}"}
            quota: %s
            streams:
              orders:
                id: id
                read:
                  request: {query: orders.graphql, variables: {after: "${page.token}", first: "${page.size}"}}
                  records: data.orders
                  paging: {kind: single}
                  cursor: {kind: scan}
            """;

    private final MockWebServer server = new MockWebServer();
    private final Path directory;
    private String quota = "{kind: none}";
    private String http = "";

    FakeShop(Path temporary) {
        this.directory = temporary.resolve("shop");
        try {
            server.start(InetAddress.getByName("127.0.0.1"), 0);
            Files.createDirectories(directory);
            Files.writeString(
                    directory.resolve("orders.graphql"), "query($first: Int) { orders(first: $first) { id } }");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MockWebServer server() {
        return server;
    }

    FakeShop quota(String yaml) {
        quota = yaml;
        return this;
    }

    /** Adds a line to the manifest's http. */
    FakeShop http(String yaml) {
        http = yaml;
        return this;
    }

    FakeShop answers(MockResponse... responses) {
        for (MockResponse response : responses) {
            server.enqueue(response);
        }
        return this;
    }

    /** The next request that arrived; fails when there is none. */
    RecordedRequest request() {
        try {
            RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("no request arrived");
            }
            return request;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    OkHttpChannelClient client(FakeTime time) {
        return client(SETTINGS, time, time);
    }

    OkHttpChannelClient client(TransportSettings settings, Clock clock, Pause pause) {
        return client(Map.of("shop.token", TOKEN), settings, clock, pause);
    }

    OkHttpChannelClient client(Map<String, String> credentials, TransportSettings settings, Clock clock, Pause pause) {
        Map<String, String> options = new HashMap<>(credentials);
        options.putIfAbsent("shop.url", server.url("").toString().replaceFirst("/$", ""));
        options.put("shop.version", "2026-07");
        return new OkHttpChannelClient(manifest(), folder(), options, settings, clock, pause, new Random(7));
    }

    ApiManifest manifest() {
        try {
            Files.writeString(directory.resolve("channel.yaml"), MANIFEST.formatted(http.indent(2), quota));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (ApiManifest) folder().manifest();
    }

    ChannelFolder folder() {
        return ChannelFolder.directory(directory);
    }

    static MockResponse json(String body) {
        return new MockResponse.Builder().body(body).build();
    }

    static MockResponse status(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    @Override
    public void close() {
        server.close();
    }
}
