package io.unifiedcommerce.channel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Access tokens that are asked for, expire and are refused. */
class CredentialsTest {
    @TempDir
    Path directory;

    private final FakeTime time = new FakeTime();
    private FakeShop shop;
    private OkHttpChannelClient client;

    @BeforeEach
    void open() {
        shop = new FakeShop(directory);
        client = shop.client(Map.of("shop.id", "id 1", "shop.secret", "s3cret&"), FakeShop.SETTINGS, time, time);
    }

    @AfterEach
    void close() {
        client.close();
        shop.close();
    }

    @Test
    void asksForATokenByForm() {
        shop.answers(token("t1"), FakeShop.json("{}"));

        call();

        RecordedRequest asked = shop.request();
        assertThat(asked.getTarget()).isEqualTo("/token");
        assertThat(asked.getBody().utf8())
                .isEqualTo("grant_type=client_credentials&client_id=id+1&client_secret=s3cret%26");
        assertThat(shop.request().getHeaders().get("X-Access-Token")).isEqualTo("t1");
    }

    @Test
    void opensALargeAnswerWithTheSameCredentials() throws IOException {
        shop.answers(token("t1"), FakeShop.status(401), token("t2"), FakeShop.status(503), FakeShop.json("{}\n{}\n"));

        try (InputStream file = client.open(FakeShop.ORDERS, Map.of())) {
            assertThat(file.readAllBytes()).hasSize(6);
        }

        for (String expected : List.of("", "t1", "", "t2", "t2")) {
            String sent = shop.request().getHeaders().get("X-Access-Token");
            assertThat(sent == null ? "" : sent).isEqualTo(expected);
        }
    }

    @Test
    void anOpenedAnswerIsRefusedAsAnyOther() {
        shop.answers(
                token("t1"),
                FakeShop.status(410),
                new MockResponse.Builder()
                        .addHeader("Content-Type", "text/html")
                        .body("<html>Back soon</html>")
                        .build(),
                FakeShop.json("x"));

        assertThatThrownBy(() -> client.open(FakeShop.ORDERS, Map.of()))
                .isInstanceOfSatisfying(
                        ChannelException.Rejected.class,
                        refused -> assertThat(refused.status()).isEqualTo(410));
        assertThat(client.open(FakeShop.ORDERS, Map.of())).hasContent("x");
        assertThat(time.waits()).as("a web page is waited out").hasSize(1);
    }

    @Test
    void renewsARefusedTokenOnce() {
        shop.answers(token("t1"), FakeShop.status(401), token("t2"), FakeShop.json("{}"));

        assertThat(call().status()).isEqualTo(200);

        shop.request();
        shop.request();
        shop.request();
        assertThat(shop.request().getHeaders().get("X-Access-Token")).isEqualTo("t2");
    }

    @Test
    void givesUpWhenANewTokenIsRefusedToo() {
        shop.answers(token("t1"), FakeShop.status(401), token("t2"), FakeShop.status(401));

        assertThatThrownBy(this::call).isInstanceOf(ChannelException.Unauthorized.class);
        assertThat(shop.server().getRequestCount()).isEqualTo(4);
    }

    @Test
    void saysWhichOptionsTheTokenEndpointRefuses() {
        shop.answers(new MockResponse.Builder()
                .code(400)
                .body("{\"error\":\"invalid_client\"}")
                .build());

        assertThatThrownBy(this::call)
                .isInstanceOf(ChannelException.Unauthorized.class)
                .hasMessage("GET /orders: the token endpoint does not accept the client id and secret; check shop.id, "
                        + "shop.secret");
    }

    @Test
    void triesTheTokenEndpointAgainWhenItFails() {
        shop.answers(FakeShop.status(502), FakeShop.json("<html>"), token("t1"), FakeShop.json("{}"));

        assertThat(call().status()).isEqualTo(200);
        assertThat(time.waits()).hasSize(2);
    }

    @Test
    void refusesAnAnswerWithoutToken() {
        shop.answers(FakeShop.json("[]"));

        assertThatThrownBy(this::call).isInstanceOf(ChannelException.BrokenContract.class);
    }

    @Test
    void asksAnewWhenTheTokenHasExpired() {
        shop.answers(token("t1"), FakeShop.json("{}"), token("t2"), FakeShop.json("{}"));

        call();
        time.await(Duration.ofHours(1));
        call();

        assertThat(shop.server().getRequestCount()).isEqualTo(4);
    }

    private Answer call() {
        return client.call(FakeShop.ORDERS, Map.of(), ChannelClient.Purpose.READ);
    }

    private static MockResponse token(String token) {
        return FakeShop.json("{\"access_token\":\"" + token + "\",\"expires_in\":3600}");
    }
}
