package io.unifiedcommerce.channel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an answer that arrives whole. */
class AnswersTest {
    @TempDir
    Path directory;

    private final FakeTime time = new FakeTime();
    private FakeShop shop;
    private OkHttpChannelClient client;

    @BeforeEach
    void open() {
        shop = new FakeShop(directory);
        client = shop.client(time);
    }

    @AfterEach
    void close() {
        client.close();
        shop.close();
    }

    @Test
    void givesNumbersWithEveryDigitAndTheLastOfEqualKeys() {
        shop.answers(FakeShop.json(
                "{\"id\":9007199254740993,\"price\":64.8000,\"big\":18446744073709551616,\"a\":1,\"a\":2}"));

        assertThat(read().body())
                .isEqualTo(Map.of(
                        "id",
                        9007199254740993L,
                        "price",
                        new BigDecimal("64.8000"),
                        "big",
                        new BigInteger("18446744073709551616"),
                        "a",
                        2L));
    }

    @Test
    void givesHeadersByLowerCaseNameAndTheTime() {
        shop.answers(
                new MockResponse.Builder().addHeader("X-Next", "2").body("[]").build());

        Answer answer = read();

        assertThat(answer.headers()).containsEntry("x-next", "2");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(List.of());
        assertThat(answer.receivedAt()).isEqualTo(time.instant());
    }

    @Test
    void sendsCredentialsAndSaysWhoAsks() {
        shop.answers(FakeShop.json("{}"));

        read();

        RecordedRequest request = shop.request();
        assertThat(request.getHeaders().get("X-Access-Token")).isEqualTo(FakeShop.TOKEN);
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("Unified-Commerce-Connect");
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t"})
    void takesAnEmptyBodyForNull(String body) {
        shop.answers(FakeShop.json(body), FakeShop.status(204));

        assertThat(read().body()).isNull();
        assertThat(read().body()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "401, Unauthorized, credentials",
        "402, Forbidden, paid",
        "403, Forbidden, permission",
        "423, Forbidden, locked",
        "301, Rejected, redirect",
        "400, Rejected, refused",
        "404, Rejected, not found",
        "409, Rejected, refused",
        "422, Rejected, refused",
        "501, Rejected, refused"
    })
    void givesUpAtOnceOnWhatDoesNotPassByItself(int status, String kind, String reason) {
        shop.answers(new MockResponse.Builder()
                .code(status)
                .addHeader("Location", "https://elsewhere.example/")
                .body("{\"message\":\"ines@example.org\"}")
                .build());

        assertThatThrownBy(this::read)
                .isInstanceOf(ChannelException.class)
                .matches(e -> e.getClass().getSimpleName().equals(kind))
                .hasMessageStartingWith("GET /orders: status " + status)
                .hasMessageContaining(reason)
                .hasMessageNotContainingAny(FakeShop.TOKEN, "ines@example.org");
        assertThat(shop.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void handsTheRefusedBodyToStrategies() {
        shop.answers(new MockResponse.Builder()
                .code(422)
                .body("{\"errors\":{\"sku\":\"x\"}}")
                .build());

        ChannelException.Rejected rejected = catchThrowableOfType(ChannelException.Rejected.class, this::write);

        assertThat(rejected.status()).isEqualTo(422);
        assertThat(rejected.body()).isEqualTo(Map.of("errors", Map.of("sku", "x")));
    }

    @Test
    void takesARefusalWhoseBodyIsNotJson() {
        shop.answers(new MockResponse.Builder().code(404).body("nothing here").build());

        assertThat(catchThrowableOfType(ChannelException.Rejected.class, this::read)
                        .body())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"200, <!DOCTYPE html><title>Maintenance</title>", "200, '  <html>'", "403, <html>Blocked</html>"})
    void triesAgainWhenAGatewayAnswersWithAPage(int status, String page) {
        shop.answers(new MockResponse.Builder().code(status).body(page).build(), FakeShop.json("{}"));

        assertThat(read().body()).isEqualTo(Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ines@example.org", "{\"a\":ines}", "{} {}", "{\"a\" 1}"})
    void refusesWhatIsNotJsonWithoutQuotingIt(String body) {
        shop.answers(FakeShop.json(body));

        assertThatThrownBy(this::read)
                .isInstanceOf(ChannelException.BrokenContract.class)
                .hasMessageStartingWith("GET /orders: the answer is not JSON at line 1")
                .hasMessageNotContaining("ines")
                .hasNoCause();
    }

    @Test
    void doesNotShowATokenThatNoHeaderCanCarry() {
        try (OkHttpChannelClient broken =
                shop.client(Map.of("shop.token", "a\u0000b"), FakeShop.SETTINGS, time, time)) {
            assertThatThrownBy(() -> broken.call(FakeShop.ORDERS, Map.of(), ChannelClient.Purpose.READ))
                    .isInstanceOf(ChannelException.BrokenContract.class)
                    .hasMessage("the value of header X-Access-Token has characters that no header can carry")
                    .hasNoCause();
        }
    }

    @Test
    void takesATokenThatWasReadWithItsLineBreak() {
        shop.answers(FakeShop.json("{}"));
        try (OkHttpChannelClient fromFile = shop.client(Map.of("shop.token", "abc\n"), FakeShop.SETTINGS, time, time)) {
            fromFile.call(FakeShop.ORDERS, Map.of(), ChannelClient.Purpose.READ);
        }

        assertThat(shop.request().getHeaders().get("X-Access-Token")).isEqualTo("abc");
    }

    private Answer read() {
        return client.call(FakeShop.ORDERS, Map.of(), ChannelClient.Purpose.READ);
    }

    private Answer write() {
        return client.call(FakeShop.STOCK, Map.of(), ChannelClient.Purpose.WRITE);
    }
}
