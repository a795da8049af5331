package io.unifiedcommerce.interaction.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.unifiedcommerce.channel.event.EventPolicy;
import io.unifiedcommerce.channel.event.EventReader;
import io.unifiedcommerce.channel.event.ReceivedEvent;
import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.EventsManifest;
import io.unifiedcommerce.interaction.collect.CollectMeter.Count;
import io.unifiedcommerce.interaction.collect.CollectSettings.ClientIp;
import io.unifiedcommerce.sourcekit.HttpListener;
import io.unifiedcommerce.sourcekit.ListenerSettings;
import io.unifiedcommerce.sourcekit.Ticket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The collector over HTTP, with hands in the place of Kafka. */
class CollectHandlerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String SHOP = "https://www.shop.example";
    private static final String EVENT = "{\"id\": \"1\", \"type\": \"page_view\", \"consent\": {\"analytics\": true}}";

    private record Taken(String instance, String shape, List<ReceivedEvent> events, Ticket ticket) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final CollectMeter meter = new CollectMeter();
    private final AtomicLong nanos = new AtomicLong();
    private boolean room = true;
    private boolean stores = true;
    private HttpListener listener;

    @BeforeEach
    void listen() throws IOException {
        listen(Duration.ofSeconds(10), 5, false);
    }

    @AfterEach
    void close() {
        listener.close();
    }

    private void listen(Duration ackTimeout, int rate, boolean proxied) throws IOException {
        EventsManifest manifest = (EventsManifest)
                ChannelFolder.onClassPath("web-interactions", getClass().getClassLoader())
                        .manifest();
        EventPolicy policy = new EventPolicy(false, EventPolicy.WithoutConsent.STRIP, EventPolicy.OptOut.ADS, 2_000);
        Map<String, EventReader> readers = manifest.streams().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new EventReader(entry.getValue(), policy)));
        List<Site> sites = List.of(
                new Site("shop-de", "k1", new Origins(List.of(SHOP, "null"))),
                new Site("shop-fr", "k2", new Origins(List.of("https://www.shop.test"))));
        CollectHandler handler = new CollectHandler(
                new CollectSettings("/collect", true, 4_000, 10, 3, ackTimeout, ClientIp.TRUNCATE, true),
                new Routes("/collect", sites, readers),
                new Proxies(proxied ? List.of("127.0.0.0/8") : List.of()),
                new RateLimit(rate, 20, 100, nanos::get),
                this::take,
                meter,
                Clock.fixed(NOW, ZoneOffset.UTC));
        listener = new HttpListener("test", new ListenerSettings("127.0.0.1", 0, 100, null, null), handler);
        listener.start();
    }

    private boolean take(Site site, String shape, List<ReceivedEvent> events, Instant at, Ticket ticket) {
        if (!room) {
            return false;
        }
        taken.add(new Taken(site.instance(), shape, events, ticket));
        if (stores) {
            ticket.close(Ticket.Outcome.STORED);
        }
        return true;
    }

    @Test
    void aRequestIsAnsweredWhenKafkaHasItsEventsAndNotBefore() throws Exception {
        stores = false;
        CompletableFuture<HttpResponse<String>> answer = sending("k1/ucc", BodyPublishers.ofString(EVENT));
        await().until(() -> taken.size() == 1);
        assertThat(answer).isNotDone();
        taken.get(0).ticket().close(Ticket.Outcome.STORED);
        assertThat(answer.get().statusCode()).isEqualTo(200);
        assertThat(answer.get().body()).isEqualTo("{\"accepted\":1,\"dropped\":0,\"refused\":0}");
        assertThat(taken.get(0).instance()).isEqualTo("shop-de");
        assertThat(meter.of(Count.EVENTS_ACCEPTED)).isEqualTo(1);
        assertThat(meter.waiting()).isZero();
    }

    @Test
    void whenKafkaIsSlowTheSenderIsToTryAgain() throws Exception {
        listener.close();
        listen(Duration.ofMillis(100), 5, false);
        stores = false;
        HttpResponse<String> answer = send("k1/ucc", EVENT);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        taken.get(0).ticket().close(Ticket.Outcome.STORED);
        assertThat(meter.of(Count.REQUESTS_STORED)).as("too late").isZero();
        assertThat(meter.waiting()).isZero();
    }

    @Test
    void withoutRoomTheSenderIsToTryAgain() throws Exception {
        room = false;
        assertThat(send("k1/ucc", EVENT).statusCode()).isEqualTo(503);
        assertThat(meter.waiting()).isZero();
        room = true;
        assertThat(send("k1/ucc", EVENT).statusCode()).isEqualTo(200);
    }

    @Test
    void moreThanTheBoundDoNotWait() throws Exception {
        stores = false;
        for (int i = 0; i < 3; i++) {
            sending("k1/ucc", BodyPublishers.ofString(EVENT));
        }
        await().until(() -> taken.size() == 3);
        assertThat(send("k1/ucc", EVENT).statusCode()).isEqualTo(503);
        taken.forEach(request -> request.ticket().close(Ticket.Outcome.STORED));
        stores = true;
        assertThat(send("k1/ucc", EVENT).statusCode()).isEqualTo(200);
    }

    @Test
    void aBadEventDoesNotKeepTheOthersBack() throws Exception {
        HttpResponse<String> answer = send("k1/ucc", "{\"events\": [" + EVENT + ", 7, {\"at\": \"soon\"}]}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"accepted\":1", "\"refused\":2", "\"index\":1", "\"index\":2", "not an instant")
                .doesNotContain("soon");
        assertThat(taken.get(0).events()).hasSize(3);
    }

    @Test
    void onlyAllowedOriginsAreHeard() throws Exception {
        for (String origin :
                List.of("https://evil.example", "https://www.shop.test", "https://www.shop.example.evil.example")) {
            HttpResponse<String> answer = http.send(
                    request("k1/ucc")
                            .setHeader("Origin", origin)
                            .POST(BodyPublishers.ofString(EVENT))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
        HttpRequest without = HttpRequest.newBuilder(uri("k1/ucc"))
                .POST(BodyPublishers.ofString(EVENT))
                .build();
        assertThat(http.send(without, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
        assertThat(taken).isEmpty();
        assertThat(meter.of(Count.REQUESTS_FORBIDDEN)).isEqualTo(4);
    }

    @Test
    void aBrowserMayAskBeforehandAndReadTheAnswer() throws Exception {
        HttpRequest preflight = request("k1/ucc")
                .setHeader("Access-Control-Request-Method", "POST")
                .setHeader("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", BodyPublishers.noBody())
                .build();
        HttpResponse<String> asked = http.send(preflight, HttpResponse.BodyHandlers.ofString());
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().map())
                .containsEntry("access-control-allow-origin", List.of(SHOP))
                .containsEntry("vary", List.of("Origin"))
                .containsEntry("access-control-allow-methods", List.of("POST"))
                .containsKey("access-control-allow-headers");
        HttpResponse<String> answer = send("k1/ucc", "not json");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(SHOP);
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers")).hasValue("Retry-After");
    }

    @Test
    void aBodyIsBoundedPackedUnpackedAndWithoutAnnouncedLength() throws Exception {
        String large = "{\"a\": \"" + "x".repeat(4_000) + "\"}";
        assertThat(send("k1/ucc", large).statusCode()).isEqualTo(413);
        assertThat(sending("k1/ucc", BodyPublishers.ofByteArrays(List.of(large.getBytes(StandardCharsets.UTF_8))))
                        .get()
                        .statusCode())
                .isEqualTo(413);
        assertThat(packed(gzip(large)).statusCode())
                .as("a small body that unpacks to a large one")
                .isEqualTo(413);
        assertThat(packed(gzip(EVENT)).statusCode()).isEqualTo(200);
        assertThat(packed(EVENT.getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(400);
        assertThat(send("k1/ucc", "[" + "1,".repeat(10) + "1]").statusCode())
                .as("eleven events")
                .isEqualTo(413);
        assertThat(meter.of(Count.REQUESTS_TOO_LARGE)).isEqualTo(4);
        assertThat(meter.waiting()).isZero();
    }

    @Test
    void whatIsNoJsonIsRefusedWithoutBeingQuoted() throws Exception {
        for (String body : List.of("{\"email\": somebody@mail.example}", "", "{", "{} {}", "[".repeat(2_000))) {
            HttpResponse<String> answer = send("k1/ucc", body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).contains("not JSON").doesNotContain("somebody");
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void typesThatPagesSendWithoutAskingAreRead() throws Exception {
        for (String type : List.of("application/json", "text/plain;charset=UTF-8", "TEXT/PLAIN")) {
            assertThat(typed(type).statusCode()).as(type).isEqualTo(200);
        }
        assertThat(typed("application/x-www-form-urlencoded").statusCode()).isEqualTo(415);
    }

    @Test
    void otherPathsAndMethodsAreNot() throws Exception {
        for (String path : List.of("k9/ucc", "k1/unknown", "k1", "", "k1/ucc/../../k2/ucc")) {
            assertThat(send(path, EVENT).statusCode()).as(path).isIn(404, 403);
        }
        assertThat(http.send(request("k1/ucc").GET().build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
        assertThat(taken).isEmpty();
    }

    @Test
    void aClientThatAsksTooOftenIsToWait() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(send("k1/ucc", EVENT).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> answer = send("k1/ucc", EVENT);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(send("k1/ucc", EVENT).statusCode()).isEqualTo(200);
    }

    @Test
    void clientsBehindATrustedProxyAreToldApart() throws Exception {
        listener.close();
        listen(Duration.ofSeconds(10), 5, true);
        for (int i = 0; i < 21; i++) {
            forwarded("203.0.113.77");
        }
        assertThat(forwarded("203.0.113.77").statusCode()).isEqualTo(429);
        assertThat(forwarded("203.0.113.78").statusCode()).isEqualTo(200);
        assertThat(((ReceivedEvent.Accepted)
                                taken.get(taken.size() - 1).events().get(0))
                        .value()
                        .toString())
                .contains("203.0.113.0")
                .doesNotContain("203.0.113.78", "127.0.0.1");
    }

    @Test
    void anOptOutOfTheBrowserCounts() throws Exception {
        HttpRequest request = request("k1/ucc")
                .setHeader("Sec-GPC", "1")
                .POST(BodyPublishers.ofString("{\"id\": \"1\", \"consent\": {\"analytics\": true, \"ads\": true}}"))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        assertThat(((ReceivedEvent.Accepted) taken.get(0).events().get(0))
                        .value()
                        .get("$received")
                        .toString())
                .contains("analytics=true, ads=false");
    }

    @Test
    void segmentsCallsAreToldByTheirPath() throws Exception {
        assertThat(send("k1/segment/v1/page", "{\"messageId\": \"m\"}").statusCode())
                .isEqualTo(200);
        assertThat(((ReceivedEvent.Accepted) taken.get(0).events().get(0))
                        .value()
                        .get("$received")
                        .toString())
                .contains("call=page");
    }

    @Test
    void slowSendersHoldNoThread() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 2; i++) {
                Socket socket = new Socket("127.0.0.1", listener.port());
                slow.add(socket);
                socket.getOutputStream()
                        .write(
                                ("POST /collect/k1/ucc HTTP/1.1\r\nHost: x\r\nOrigin: null\r\nContent-Length: 10\r\n\r\n{")
                                        .getBytes(StandardCharsets.US_ASCII));
            }
            await().until(() -> meter.waiting() == 2);
            assertThat(send("k1/ucc", EVENT).statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        await().until(() -> meter.waiting() == 0);
    }

    private HttpResponse<String> send(String path, String body) throws Exception {
        return sending(path, BodyPublishers.ofString(body)).get();
    }

    private CompletableFuture<HttpResponse<String>> sending(String path, BodyPublisher body) {
        return http.sendAsync(request(path).POST(body).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> packed(byte[] body) throws Exception {
        HttpRequest request = request("k1/ucc")
                .setHeader("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> typed(String type) throws Exception {
        HttpRequest request = request("k1/ucc")
                .setHeader("Content-Type", type)
                .POST(BodyPublishers.ofString(EVENT))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> forwarded(String client) throws Exception {
        HttpRequest request = request("k1/ucc")
                .setHeader("X-Forwarded-For", "10.0.0.1, " + client)
                .POST(BodyPublishers.ofString(EVENT))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Origin", SHOP);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + listener.port() + "/collect/" + path);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
