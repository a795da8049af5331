package io.unifiedcommerce.channel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that do not arrive, or not whole. */
@Timeout(60)
class LineFaultsTest {
    private static final TransportSettings IMPATIENT = TransportSettings.of(
            Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofMillis(600), Duration.ofMinutes(1));
    private static final String RECORD = "{\"id\":1,\"name\":\"" + "x".repeat(10_000) + "\"}";

    @TempDir
    Path directory;

    private final FakeTime time = new FakeTime();
    private FakeShop shop;

    @BeforeEach
    void open() {
        shop = new FakeShop(directory);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    static Stream<MockResponse> faults() throws IOException {
        return Stream.of(
                answer().onRequestStart(new SocketEffect.CloseSocket()).build(),
                answer().onResponseStart(new SocketEffect.CloseSocket()).build(),
                answer().onResponseBody(new SocketEffect.CloseSocket()).build(),
                answer().onResponseStart(SocketEffect.Stall.INSTANCE).build(),
                answer().onResponseBody(SocketEffect.Stall.INSTANCE).build(),
                // Bytes keep coming, so that no read ever times out: only the limit for the whole call ends it.
                answer().throttleBody(10, 100, TimeUnit.MILLISECONDS).build(),
                new MockResponse.Builder()
                        .body(RECORD.substring(0, 5_000))
                        .setHeader("Content-Length", RECORD.length())
                        .onResponseEnd(new SocketEffect.CloseSocket())
                        .build(),
                // Ends with the connection, so that only its JSON tells that half is missing.
                new MockResponse.Builder()
                        .body(RECORD.substring(0, 5_000))
                        .removeHeader("Content-Length")
                        .onResponseEnd(new SocketEffect.CloseSocket())
                        .build(),
                packed(gzip(RECORD).readByteString(40).toByteArray()),
                packed(RECORD.getBytes(StandardCharsets.UTF_8)),
                packed(damaged(gzip(RECORD).readByteArray())));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void triesAgain(MockResponse fault) {
        shop.answers(fault, answer().build());

        try (OkHttpChannelClient client = shop.client(IMPATIENT, time, time)) {
            Answer answer = client.call(FakeShop.ORDERS, Map.of(), ChannelClient.Purpose.READ);
            assertThat(((Map<?, ?>) answer.body()).get("id")).isEqualTo(1L);
        }
        assertThat(time.waits()).hasSizeBetween(0, 1);
    }

    @Test
    void unpacksGzip() throws IOException {
        shop.answers(packed(gzip(RECORD).readByteArray()));

        assertThat(((Map<?, ?>) read().body()).get("id")).isEqualTo(1L);
    }

    @Test
    void refusesABodyOfAHundredMegabytesWithoutTakingIt() {
        MegabytesOfRecords body = new MegabytesOfRecords(100);
        shop.answers(new MockResponse.Builder().body(body).build());

        assertThatThrownBy(this::read)
                .isInstanceOf(ChannelException.BrokenContract.class)
                .hasMessage("GET /orders: the answer is larger than 1 MiB (http.max_body_mib); ask for smaller pages");
    }

    @Test
    void refusesABodyThatAnnouncesItsSize() {
        shop.answers(new MockResponse.Builder()
                .setHeader("Content-Length", 100 << 20)
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build());

        assertThatThrownBy(this::read).isInstanceOf(ChannelException.BrokenContract.class);
    }

    @Test
    void refusesWhatIsLargeOnlyWhenUnpacked() throws IOException {
        shop.answers(packed(gzip("[" + "\"\",".repeat(1 << 20) + "1]").readByteArray()));

        assertThatThrownBy(this::read)
                .isInstanceOf(ChannelException.BrokenContract.class)
                .hasMessageContaining("1 MiB");
    }

    @Test
    void closingEndsRequestsAtOnce() {
        shop.answers(answer().onResponseStart(SocketEffect.Stall.INSTANCE).build());
        OkHttpChannelClient client = shop.client(FakeShop.SETTINGS, Clock.systemUTC(), Pause.real());

        CompletableFuture<Answer> call = inBackground(client);
        shop.request();
        client.close();

        assertClosed(call);
    }

    @Test
    void closingEndsWaitsAtOnce() {
        shop.answers(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "500")
                .build());
        OkHttpChannelClient client = shop.client(FakeShop.SETTINGS, Clock.systemUTC(), Pause.real());

        CompletableFuture<Answer> call = inBackground(client);
        shop.request();
        client.close();

        assertClosed(call);
    }

    @Test
    void makesNoCallsOnceClosed() {
        shop.answers(answer().build());
        OkHttpChannelClient client = shop.client(time);
        client.close();

        assertThatThrownBy(() -> client.call(FakeShop.ORDERS, Map.of(), ChannelClient.Purpose.READ))
                .isInstanceOf(ChannelException.Closed.class);
        assertThat(shop.server().getRequestCount()).isZero();
    }

    @Test
    void interruptingEndsACallAndStaysVisible() {
        shop.answers(FakeShop.status(503));
        try (OkHttpChannelClient client = shop.client(FakeShop.SETTINGS, Clock.systemUTC(), Pause.real())) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> client.call(FakeShop.ORDERS, Map.of(), ChannelClient.Purpose.READ))
                    .isInstanceOf(ChannelException.Closed.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private Answer read() {
        try (OkHttpChannelClient client = shop.client(time)) {
            return client.call(FakeShop.ORDERS, Map.of(), ChannelClient.Purpose.READ);
        }
    }

    private static CompletableFuture<Answer> inBackground(OkHttpChannelClient client) {
        return CompletableFuture.supplyAsync(() -> client.call(FakeShop.ORDERS, Map.of(), ChannelClient.Purpose.READ));
    }

    private static void assertClosed(CompletableFuture<Answer> call) {
        assertThatThrownBy(call::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(ChannelException.Closed.class);
    }

    private static MockResponse.Builder answer() {
        return new MockResponse.Builder().body(RECORD);
    }

    private static MockResponse packed(byte[] body) {
        return new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(new Buffer().write(body))
                .build();
    }

    private static Buffer gzip(String text) throws IOException {
        Buffer packed = new Buffer();
        try (BufferedSink sink = Okio.buffer(new GzipSink(packed))) {
            sink.writeUtf8(text);
        }
        return packed;
    }

    private static byte[] damaged(byte[] packed) {
        packed[packed.length - 6] ^= 1;
        return packed;
    }

    /** A list of records that is never in memory as a whole. */
    private record MegabytesOfRecords(int megabytes) implements MockResponseBody {
        @Override
        public long getContentLength() {
            return -1;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.writeUtf8("[1");
            for (int i = 0; i < megabytes << 10; i++) {
                sink.writeUtf8(",\"" + "x".repeat(1021) + "\"");
            }
            sink.writeUtf8("]");
        }
    }
}
