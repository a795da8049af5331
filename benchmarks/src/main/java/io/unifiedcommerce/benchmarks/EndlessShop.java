package io.unifiedcommerce.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A shop that answers each request for orders with a page rendered beforehand, so that the platform's side costs next to
 * nothing and the connector is what is measured. It has so many orders; all changed within one minute, an hour ago.
 */
final class EndlessShop implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 25;
    private static final String COST = "\"extensions\":{\"cost\":{\"requestedQueryCost\":100,\"actualQueryCost\":100,"
            + "\"throttleStatus\":{\"maximumAvailable\":20000000,\"currentlyAvailable\":20000000,\"restoreRate\":1000000}}}";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final String order;
    private final int orders;
    private final Instant changed = Instant.now().minusSeconds(3600);

    EndlessShop(int orders) throws IOException {
        this.orders = orders;
        try (InputStream in = EndlessShop.class.getResourceAsStream("/shopify-order.json")) {
            this.order = JSON.readTree(in).toString();
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Bytes of one order on the line. */
    int orderSize() {
        return order.length();
    }

    Instant start() {
        return changed.minusSeconds(60);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode variables = JSON.readTree(exchange.getRequestBody()).path("variables");
            byte[] body = page(variables).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String page(JsonNode variables) {
        String window = variables.path("query").asText();
        boolean inWindow = window.compareTo("updated_at:>='" + changed) <= 0
                && window.contains("<'")
                && window.substring(window.indexOf("<'") + 2).compareTo(changed.toString()) > 0;
        int first = variables.path("after").isTextual()
                ? Integer.parseInt(variables.path("after").asText())
                : 0;
        int end = inWindow ? Math.min(orders, first + PAGE) : first;
        StringBuilder nodes = new StringBuilder(PAGE * order.length());
        for (int id = first; id < end; id++) {
            nodes.append(id == first ? "" : ",").append(numbered(id));
        }
        return "{\"data\":{\"orders\":{\"pageInfo\":{\"hasNextPage\":" + (inWindow && end < orders)
                + ",\"endCursor\":\"" + end + "\"},\"nodes\":[" + nodes + "]}}," + COST + "}";
    }

    private String numbered(int id) {
        String number = String.valueOf(7_300_000_000L + id);
        return order.replace("7300112233", number)
                .replace("2026-11-21T08:40:05Z", changed.toString().substring(0, 19) + "Z");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
