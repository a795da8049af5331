package io.unifiedcommerce.source.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.unifiedcommerce.channel.manifest.WebhookSpec;
import io.unifiedcommerce.channel.webhook.WebhookReader;
import io.unifiedcommerce.channel.webhook.WebhookVerifier;
import io.unifiedcommerce.sourcekit.ListenerSettings;
import io.unifiedcommerce.sourcekit.Ticket;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookServerTest {
    private static final WebhookSpec SPEC = new WebhookSpec(
            new WebhookSpec.Verification.SecretHeader("X-Secret", "${secret}"),
            "header:X-Topic",
            null,
            Map.of(
                    "orders/updated", new WebhookSpec.Topic("orders", "id", null, false),
                    "orders/deleted", new WebhookSpec.Topic("orders", "id", null, true),
                    "carts/updated", new WebhookSpec.Topic("carts", "id", null, false)));

    private final HttpClient http = HttpClient.newHttpClient();
    private final WebhookInbox inbox = new WebhookInbox();
    private final WebhookMeter meter = new WebhookMeter();
    private WebhookServer server;

    @BeforeEach
    void listen() throws IOException {
        server = server(Duration.ofSeconds(30), 3);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private WebhookServer server(Duration ackTimeout, int maxPending) {
        WebhookSettings settings = settings(0, null, ackTimeout, maxPending);
        WebhookVerifier verifier = WebhookVerifier.of(SPEC.verify(), Map.of("secret", "s3cret"), Clock.systemUTC());
        return new WebhookServer(
                "test-listener", settings, verifier, new WebhookReader(SPEC), "orders"::equals, inbox, meter);
    }

    @Test
    void aWebhookIsAnsweredWhenItsTicketIsClosedAndNotBefore() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = send("orders/updated", "{\"id\":7}");
        WebhookInbox.Hints hints = hints();
        assertThat(hints.ids()).containsExactly("7");
        assertThat(answer).isNotDone();
        hints.tickets().get(0).close(Ticket.Outcome.STORED);
        assertThat(answer.get().statusCode()).isEqualTo(200);
        assertThat(answer.get().body()).isEmpty();
        assertThat(meter.stored()).isEqualTo(1);
        assertThat(meter.open()).isZero();
    }

    @Test
    void aWebhookThatWaitsTooLongIsToBeDeliveredAgain() throws Exception {
        server.close();
        server = server(Duration.ofMillis(50), 3);
        server.start();
        HttpResponse<String> answer = send("orders/updated", "{\"id\":7}").get();
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        hints().tickets().get(0).close(Ticket.Outcome.STORED);
        assertThat(meter.stored()).as("too late").isZero();
        assertThat(meter.open()).isZero();
    }

    @Test
    void webhooksBeyondTheBoundAreToBeDeliveredAgain() throws Exception {
        for (int i = 0; i < 3; i++) {
            send("orders/updated", "{\"id\":" + i + "}");
        }
        await().until(() -> meter.open() == 3);
        assertThat(send("orders/updated", "{\"id\":9}").get().statusCode()).isEqualTo(503);
        hints().tickets().forEach(ticket -> ticket.close(Ticket.Outcome.STORED));
        CompletableFuture<HttpResponse<String>> next = send("orders/updated", "{\"id\":9}");
        hints().tickets().forEach(ticket -> ticket.close(Ticket.Outcome.STORED));
        assertThat(next.get().statusCode()).isEqualTo(200);
    }

    @Test
    void aForgedWebhookIsRefusedBeforeItIsParsed() throws Exception {
        assertThat(send("wrong", "orders/updated", "not json").get().statusCode())
                .isEqualTo(401);
        assertThat(meter.refused()).isEqualTo(1);
    }

    @Test
    void whatNobodyAskedForIsAcceptedAndCounted() throws Exception {
        assertThat(send("app/uninstalled", "{}").get().statusCode()).isEqualTo(202);
        assertThat(send("carts/updated", "{\"id\":1}").get().statusCode()).isEqualTo(202);
        assertThat(meter.ignored()).isEqualTo(2);
        assertThat(send("orders/updated", "{}").get().statusCode()).isEqualTo(202);
        assertThat(meter.unreadable()).isEqualTo(1);
    }

    @Test
    void aLargeBodyIsRefusedWhetherItsLengthIsTold() throws Exception {
        String large = "x".repeat(1_001);
        assertThat(send("orders/updated", large).get().statusCode()).isEqualTo(413);
        HttpRequest chunked = request("s3cret", "orders/updated")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(large.getBytes(StandardCharsets.UTF_8))))
                .build();
        assertThat(http.send(chunked, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(413);
    }

    @Test
    void onlyItsPathAndPostAreAnswered() throws Exception {
        URI other = uri("/webhooks/shop-at");
        HttpRequest elsewhere = HttpRequest.newBuilder(other)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(http.send(elsewhere, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(404);
        HttpRequest get = HttpRequest.newBuilder(uri("/webhooks/shop-de")).build();
        assertThat(http.send(get, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void slowSendersHoldNoThread() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 50; i++) {
                Socket socket = new Socket("127.0.0.1", server.port());
                slow.add(socket);
                socket.getOutputStream()
                        .write(("POST /webhooks/shop-de HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(send("app/uninstalled", "{}").get().statusCode()).isEqualTo(202);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void hintsAtOneRecordAreFollowedOnceAndOthersTogether() throws Exception {
        send("orders/updated", "{\"id\":1}");
        await().until(() -> meter.open() == 1);
        send("orders/deleted", "{\"id\":2}");
        await().until(() -> meter.open() == 2);
        send("orders/updated", "{\"id\":1}");
        await().until(() -> meter.open() == 3);
        WebhookInbox.Hints first = hints();
        assertThat(first.ids()).containsExactly("1");
        assertThat(first.tickets()).hasSize(2);
        WebhookInbox.Hints second = hints();
        assertThat(second.deleted()).isTrue();
        assertThat(second.ids()).containsExactly("2");
    }

    @Test
    void aSecondListenerOnThePortFailsAndCanBeStartedLater() throws Exception {
        WebhookSettings taken = settings(server.port(), null, Duration.ofSeconds(1), 3);
        WebhookVerifier verifier = WebhookVerifier.of(SPEC.verify(), Map.of("secret", "s3cret"), Clock.systemUTC());
        WebhookServer second = new WebhookServer(
                "test-listener", taken, verifier, new WebhookReader(SPEC), "orders"::equals, inbox, meter);
        assertThat(catchThrowable(second::start)).isInstanceOf(IOException.class);
        server.close();
        second.start();
        assertThat(second.isStarted()).isTrue();
        second.close();
    }

    @Test
    void speaksTlsWithAKeyStore(@TempDir Path directory) throws Exception {
        Path keyStore = directory.resolve("listener.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "listener",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storepass",
                        "change-it",
                        "-keystore",
                        keyStore.toString())
                .start();
        assertThat(keytool.waitFor()).isZero();
        WebhookSettings settings = settings(0, keyStore, Duration.ofSeconds(1), 3);
        WebhookVerifier verifier = WebhookVerifier.of(SPEC.verify(), Map.of("secret", "s3cret"), Clock.systemUTC());
        try (WebhookServer tls = new WebhookServer(
                "test-listener", settings, verifier, new WebhookReader(SPEC), "orders"::equals, inbox, meter)) {
            tls.start();
            HttpClient client =
                    HttpClient.newBuilder().sslContext(trusting(keyStore)).build();
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("https://127.0.0.1:" + tls.port() + "/webhooks/shop-de"))
                    .header("X-Secret", "s3cret")
                    .header("X-Topic", "app/uninstalled")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(202);
        }
    }

    private static WebhookSettings settings(int port, Path keyStore, Duration ackTimeout, int maxPending) {
        ListenerSettings listener = new ListenerSettings(
                "127.0.0.1",
                port,
                256,
                keyStore == null ? null : keyStore.toString(),
                keyStore == null ? null : new Password("change-it"));
        return new WebhookSettings(listener, "/webhooks/shop-de", 1_000, ackTimeout, maxPending);
    }

    private static SSLContext trusting(Path keyStore) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(keyStore.toFile(), "change-it".toCharArray()));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private WebhookInbox.Hints hints() throws InterruptedException {
        return inbox.take(stream -> 10, Duration.ofSeconds(10));
    }

    private CompletableFuture<HttpResponse<String>> send(String topic, String body) {
        return send("s3cret", topic, body);
    }

    private CompletableFuture<HttpResponse<String>> send(String secret, String topic, String body) {
        HttpRequest request = request(secret, topic)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String secret, String topic) {
        return HttpRequest.newBuilder(uri("/webhooks/shop-de"))
                .header("X-Secret", secret)
                .header("X-Topic", topic);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
