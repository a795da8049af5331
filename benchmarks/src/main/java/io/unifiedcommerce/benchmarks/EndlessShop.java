package io.unifiedcommerce.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shop that answers each request for orders with a page put together of bytes rendered beforehand, so that the platform's
 * side costs next to nothing and the connector is what is measured. It sold {@value #ORDERS_A_SECOND} orders in each second of
 * its past, the last of them an hour ago.
 */
final class EndlessShop implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ORDERS_A_SECOND = 20;
    private static final Pattern WINDOW = Pattern.compile("updated_at:>='([^']+)' AND updated_at:<'([^']+)'");
    private static final String COST = "\"extensions\":{\"cost\":{\"requestedQueryCost\":100,\"actualQueryCost\":100,"
            + "\"throttleStatus\":{\"maximumAvailable\":20000000,\"currentlyAvailable\":20000000,\"restoreRate\":1000000}}}";
    private static final String ID = "7300112233";
    private static final String CHANGED = "2026-11-21T08:40:05Z";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final AtomicLong given = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final byte[][] parts;
    private final int orders;
    private final Instant first;
    private volatile boolean silent;

    EndlessShop(int orders) throws IOException {
        this.orders = orders;
        this.first = Instant.now()
                .minus(1, ChronoUnit.HOURS)
                .minusSeconds(orders / ORDERS_A_SECOND)
                .truncatedTo(ChronoUnit.SECONDS);
        try (InputStream in = EndlessShop.class.getResourceAsStream("/shopify-order.json")) {
            this.parts = parts(JSON.readTree(in).toString());
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** What stands before the first id, between both ids, between the second id and the time of change, and behind it. */
    private static byte[][] parts(String order) {
        String[] around = order.split(ID + "|" + CHANGED);
        if (around.length != 4) {
            throw new IllegalStateException("the order must hold its id twice and then its time of change");
        }
        byte[][] parts = new byte[around.length][];
        for (int i = 0; i < around.length; i++) {
            parts[i] = around[i].getBytes(StandardCharsets.UTF_8);
        }
        return parts;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Bytes of one order on the line. */
    int orderSize() {
        return parts[0].length
                + parts[1].length
                + parts[2].length
                + parts[3].length
                + 2 * ID.length()
                + CHANGED.length();
    }

    /** How many orders were given, those that were given twice counted twice. */
    long given() {
        return given.get();
    }

    /** Requests that came, answered or not. */
    long asked() {
        return asked.get();
    }

    /** Takes requests from now on and answers none. */
    void fallSilent() {
        silent = true;
    }

    Instant start() {
        return first.minusSeconds(60);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.incrementAndGet();
            if (silent) {
                awaitTheEnd();
            }
            JsonNode variables = JSON.readTree(exchange.getRequestBody()).path("variables");
            byte[] body = page(variables);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void awaitTheEnd() throws IOException {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("the shop is closed");
    }

    private byte[] page(JsonNode variables) {
        Matcher window = WINDOW.matcher(variables.path("query").asText());
        if (!window.find()) {
            throw new IllegalArgumentException("a window of change time was expected");
        }
        int from = variables.path("after").isTextual()
                ? Integer.parseInt(variables.path("after").asText())
                : firstAt(window.group(1));
        int last = firstAt(window.group(2));
        int end = Math.max(from, Math.min(last, from + variables.path("first").asInt()));
        given.addAndGet(end - from);
        ByteArrayOutputStream page = new ByteArrayOutputStream(1024 + (end - from) * orderSize());
        write(
                page,
                "{\"data\":{\"orders\":{\"pageInfo\":{\"hasNextPage\":" + (end < last) + ",\"endCursor\":\"" + end
                        + "\"},\"nodes\":[");
        for (int number = from; number < end; number++) {
            write(page, number == from ? "" : ",");
            order(page, number);
        }
        write(page, "]}}," + COST + "}");
        return page.toByteArray();
    }

    /** The first order that changed at or after an instant. */
    private int firstAt(String instant) {
        long seconds = Duration.between(first, Instant.parse(instant)).toSeconds();
        return (int) Math.max(0, Math.min(orders, seconds * ORDERS_A_SECOND));
    }

    private void order(ByteArrayOutputStream page, int number) {
        String id = String.valueOf(7_300_000_000L + number);
        page.writeBytes(parts[0]);
        write(page, id);
        page.writeBytes(parts[1]);
        write(page, id);
        page.writeBytes(parts[2]);
        write(page, first.plusSeconds(number / ORDERS_A_SECOND).toString());
        page.writeBytes(parts[3]);
    }

    private static void write(ByteArrayOutputStream page, String text) {
        page.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
