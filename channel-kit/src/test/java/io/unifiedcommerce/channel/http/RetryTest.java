package io.unifiedcommerce.channel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried again, how long that goes on, and what is not. */
class RetryTest {
    private static final String WINDOW =
            "{kind: window_headers, remaining_header: X-Left, limit_header: X-Quota, reset_header: X-Reset}";

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

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504, 507})
    void triesReadsAgainUntilTheySucceed(int status) {
        shop.answers(FakeShop.status(status), FakeShop.status(status), FakeShop.json("{}"));

        assertThat(read().status()).isEqualTo(200);
        assertThat(shop.server().getRequestCount()).isEqualTo(3);
    }

    @Test
    void waitsARandomTimeBelowABoundThatDoubles() {
        IntStream.range(0, 12).forEach(i -> shop.answers(FakeShop.status(503)));
        shop.answers(FakeShop.json("{}"));

        read();

        assertThat(time.waits()).hasSize(12);
        for (int i = 0; i < 12; i++) {
            Duration bound = Duration.ofMillis(Math.min(60_000, 500L << i));
            assertThat(time.waits().get(i)).isLessThanOrEqualTo(bound);
        }
        assertThat(time.waits()).doesNotHaveDuplicates();
    }

    @Test
    void givesTheLastFailureWhenTheTimeIsOver() {
        IntStream.range(0, 100).forEach(i -> shop.answers(FakeShop.status(503)));
        Instant start = time.instant();

        assertThatThrownBy(this::read)
                .isInstanceOf(ChannelException.Transient.class)
                .hasMessage("GET /orders: status 503, the platform fails");

        assertThat(Duration.between(start, time.instant())).isLessThan(FakeShop.SETTINGS.maxElapsed());
        assertThat(shop.server().getRequestCount()).isGreaterThan(10);
    }

    @Test
    void triesOnceWhereNoTimeIsGiven() {
        shop.answers(FakeShop.status(503));
        try (OkHttpChannelClient once = shop.client(FakeShop.SETTINGS.onceWithin(Duration.ofSeconds(2)), time, time)) {
            assertThatThrownBy(() -> once.call(FakeShop.ORDERS, Map.of(), ChannelClient.Purpose.READ))
                    .isInstanceOf(ChannelException.Transient.class);
        }
        assertThat(shop.server().getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Retry-After, 7, 7000",
        "Retry-After, 2.5, 2500",
        "X-Retry-After, 7, 7000",
        "Retry-After, 'Fri, 20 Nov 2026 10:00:30 GMT', 30000",
        "Retry-After, 'Fri, 20 Nov 2026 09:00:00 GMT', 0",
        "Retry-After, soon, 0"
    })
    void waitsAsLongAsThePlatformAsks(String header, String value, long millis) {
        shop.answers(
                new MockResponse.Builder().code(429).addHeader(header, value).build(), FakeShop.json("{}"));

        read();

        assertThat(waited()).isBetween(Duration.ofMillis(millis), Duration.ofMillis(millis + 1000));
    }

    @Test
    void waitsTheLongerOfTwoTimesAndMeasuresDatesByThePlatformsClock() {
        shop.answers(
                new MockResponse.Builder()
                        .code(503)
                        .addHeader("Date", "Fri, 20 Nov 2026 09:00:00 GMT")
                        .addHeader("Retry-After", "Fri, 20 Nov 2026 09:00:05 GMT")
                        .addHeader("X-Retry-After", "9")
                        .build(),
                FakeShop.json("{}"));

        read();

        assertThat(waited()).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
    }

    @Test
    void waitsForTheEndOfTheWindowThatWasExceeded() {
        shop.quota(WINDOW)
                .answers(
                        new MockResponse.Builder()
                                .code(429)
                                .addHeader("X-Left", "0")
                                .addHeader("X-Quota", "150")
                                .addHeader("X-Reset", "15000")
                                .build(),
                        FakeShop.json("{}"));

        read();

        assertThat(waited()).isBetween(Duration.ofSeconds(15), Duration.ofMillis(15_500));
    }

    @Test
    void givesUpAtOnceWhenThePlatformAsksForMoreTimeThanThereIs() {
        shop.answers(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "3600")
                .build());
        try (OkHttpChannelClient client = shop.client(time)) {
            for (int i = 0; i < 2; i++) {
                assertThat(catchThrowableOfType(
                                        ChannelException.Transient.class,
                                        () -> client.call(FakeShop.ORDERS, Map.of(), ChannelClient.Purpose.READ))
                                .retryAfter())
                        .isEqualTo(Duration.ofHours(1));
            }
            assertThat(client.quotaHeadroom()).isZero();
        }
        // The second call did not even ask.
        assertThat(shop.server().getRequestCount()).isEqualTo(1);
        assertThat(time.waits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void leavesWritesOfUnknownOutcomeToTheirStrategy(int status) {
        shop.answers(FakeShop.status(status));

        assertThat(catchThrowableOfType(ChannelException.Transient.class, this::write)
                        .outcomeUnknown())
                .isTrue();
        assertThat(shop.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void doesNotRepeatAWriteThatWasCutOffAfterItWasSent() {
        shop.answers(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertThat(catchThrowableOfType(ChannelException.Transient.class, this::write)
                        .outcomeUnknown())
                .isTrue();
        assertThat(shop.server().getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429})
    void triesWritesAgainThatThePlatformDidNotTake(int status) {
        shop.answers(FakeShop.status(status), FakeShop.json("{}"));

        assertThat(write().status()).isEqualTo(200);
    }

    @Test
    void triesWritesAgainWhileNobodyListens() {
        shop.server().close();

        ChannelException.Transient failure = catchThrowableOfType(ChannelException.Transient.class, this::write);

        assertThat(failure.outcomeUnknown()).isFalse();
        assertThat(failure).hasMessage("POST /stock: no whole answer (ConnectException)");
        assertThat(time.waits()).hasSizeGreaterThan(5);
    }

    @Test
    void keepsReadsOffTheReserveThatWritesMayUse() {
        shop.quota(WINDOW);
        MockResponse nearlyUsedUp = new MockResponse.Builder()
                .addHeader("X-Left", "15")
                .addHeader("X-Quota", "150")
                .addHeader("X-Reset", "20000")
                .build();
        shop.answers(nearlyUsedUp, nearlyUsedUp, nearlyUsedUp);
        try (OkHttpChannelClient client = shop.client(time)) {
            client.call(FakeShop.ORDERS, Map.of(), ChannelClient.Purpose.READ);
            client.call(FakeShop.STOCK, Map.of(), ChannelClient.Purpose.WRITE);
            assertThat(time.waits()).isEmpty();

            client.call(FakeShop.ORDERS, Map.of(), ChannelClient.Purpose.READ);
            assertThat(time.waits()).containsExactly(Duration.ofSeconds(20));
        }
    }

    @Test
    void leavesAPlatformAloneForAsLongAsItNeedsToCoolDown() {
        shop.http("cool_down: PT6S").answers(FakeShop.status(429), FakeShop.status(503), FakeShop.json("{}"));

        read();

        assertThat(time.waits().get(0)).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(8));
        assertThat(time.waits().get(1)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void believesThePlatformsOwnTimeMoreThanTheManifests() {
        MockResponse refused = new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "1")
                .build();
        shop.http("cool_down: PT6S").answers(refused, FakeShop.json("{}"));

        read();

        assertThat(time.waits().get(0)).isLessThan(Duration.ofSeconds(3));
    }

    private Answer read() {
        try (OkHttpChannelClient client = shop.client(time)) {
            return client.call(FakeShop.ORDERS, Map.of(), ChannelClient.Purpose.READ);
        }
    }

    private Answer write() {
        try (OkHttpChannelClient client = shop.client(time)) {
            return client.call(FakeShop.STOCK, Map.of(), ChannelClient.Purpose.WRITE);
        }
    }

    private Duration waited() {
        return time.waits().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
