package io.unifiedcommerce.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.AuthSpec;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.tck.conformance.sample.Bodies;
import io.unifiedcommerce.tck.conformance.sample.Sample;
import io.unifiedcommerce.tck.conformance.sample.Samples;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An HTTP server on 127.0.0.1 that answers the listings of a channel by its samples. The first page holds all records of a
 * stream's samples, further ones none. A request without the credentials that the manifest promises gets 401, an unknown path
 * 404, and anything but GET 405.
 */
final class SampleServer implements AutoCloseable {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}");
    private static final Set<String> FIRST = Set.of("", "0", "1");

    private final HttpServer server;
    private final ApiManifest manifest;
    private final Map<String, String> options;
    private final Map<String, Listing> listings = new LinkedHashMap<>();
    private final JsonMapper json = new JsonMapper();

    /** A stream's listing: its answer, and the query parameters that tell the page. */
    private record Listing(Object first, Object further, List<String> pages) {}

    private SampleServer(HttpServer server, ChannelFolder folder, ApiManifest manifest, Map<String, String> options) {
        this.server = server;
        this.options = options;
        this.manifest = manifest;
        // What stands before the path of a request besides the host, such as /wp-json/wc/v3.
        String base =
                PLACEHOLDER.matcher(manifest.http().baseUrl()).replaceAll("").replaceFirst("^https?://[^/]*", "");
        List<Sample> samples = Samples.of(folder, manifest).all();
        manifest.streams().forEach((name, stream) -> {
            if (stream.read() != null && stream.read().request().path() != null) {
                listings.put(base + stream.read().request().path(), listing(name, stream, samples));
            }
        });
        server.createContext("/", this::answer);
    }

    /**
     * Begins to serve.
     *
     * @param options the credentials to insist on; what is not among them may be anything
     * @param port 0 for any that is free
     */
    static SampleServer start(ChannelFolder folder, ApiManifest manifest, Map<String, String> options, int port)
            throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        SampleServer server = new SampleServer(http, folder, manifest, options);
        http.start();
        return server;
    }

    private static Listing listing(String name, StreamSpec stream, List<Sample> samples) {
        Path records = Path.parse(stream.read().records());
        List<Object> items = new ArrayList<>();
        samples.stream()
                .filter(sample -> sample.stream().equals(name))
                .forEach(sample -> items.addAll(records.list(sample.page())));
        List<String> pages = stream.read().request().params().entrySet().stream()
                .filter(param -> param.getValue().matches("\\$\\{page\\.(number|offset|token)}"))
                .map(Map.Entry::getKey)
                .toList();
        return new Listing(
                Bodies.with(stream.read().records(), items),
                Bodies.with(stream.read().records(), List.of()),
                pages);
    }

    /** The paths that are answered. */
    Set<String> paths() {
        return listings.keySet();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        Listing listing = listings.get(exchange.getRequestURI().getPath());
        if (!hasCredentials(exchange)) {
            send(exchange, 401, Map.of("message", "credentials are missing"));
        } else if (listing == null) {
            send(exchange, 404, Map.of("message", "no stream is listed here"));
        } else if (!exchange.getRequestMethod().equals("GET")) {
            send(exchange, 405, Map.of("message", "only GET"));
        } else {
            send(exchange, 200, isFirst(exchange, listing) ? listing.first() : listing.further());
        }
    }

    private boolean hasCredentials(HttpExchange exchange) {
        return manifest.auth().stream().anyMatch(variant -> {
            if (variant instanceof AuthSpec.Header header) {
                return header.headers().entrySet().stream()
                        .allMatch(expected -> has(exchange, expected.getKey(), filled(expected.getValue())));
            } else if (variant instanceof AuthSpec.Basic basic) {
                String pair = filled(basic.user() + ":" + basic.password());
                byte[] bytes = pair == null ? null : pair.getBytes(StandardCharsets.UTF_8);
                String expected =
                        bytes == null ? null : "Basic " + Base64.getEncoder().encodeToString(bytes);
                return has(exchange, "Authorization", expected);
            }
            return true;
        });
    }

    /** @param value null where any will do */
    private static boolean has(HttpExchange exchange, String header, String value) {
        String found = exchange.getRequestHeaders().getFirst(header);
        return found != null && (value == null || value.equals(found));
    }

    /** The text with the given options; null when others are in it. */
    private String filled(String template) {
        String text = template;
        for (Map.Entry<String, String> option : options.entrySet()) {
            text = text.replace("${" + option.getKey() + "}", option.getValue());
        }
        return PLACEHOLDER.matcher(text).find() ? null : text;
    }

    private static boolean isFirst(HttpExchange exchange, Listing listing) {
        String query = exchange.getRequestURI().getQuery();
        for (String pair : (query == null ? "" : query).split("&")) {
            String[] parts = pair.split("=", 2);
            if (listing.pages().contains(parts[0]) && parts.length > 1 && !FIRST.contains(parts[1])) {
                return false;
            }
        }
        return true;
    }

    private void send(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
