package io.unifiedcommerce.channel.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.manifest.AuthSpec;
import io.unifiedcommerce.channel.read.ManualClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClientCredentialsSignerTest {
    private static final RequestSigner.UnsignedRequest REQUEST =
            new RequestSigner.UnsignedRequest("GET", "https://shop.example/orders", new byte[0]);
    private static final AuthSpec.ClientCredentials SPEC = new AuthSpec.ClientCredentials(
            List.of("shop.id", "shop.secret"),
            "${shop.url}/token",
            "${shop.id}",
            "${shop.secret}",
            "orders",
            AuthSpec.ClientAuth.FORM,
            Map.of("Authorization", "Bearer ${token}"));

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final Endpoint endpoint = new Endpoint();

    @Test
    void asksOnceAndReusesTheToken() {
        RequestSigner signer = signer("secret");

        assertThat(signer.headersFor(REQUEST)).isEqualTo(Map.of("Authorization", "Bearer token-1"));
        assertThat(signer.headersFor(REQUEST)).isEqualTo(Map.of("Authorization", "Bearer token-1"));
        assertThat(endpoint.forms)
                .containsExactly(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "id",
                        "client_secret", "secret",
                        "scope", "orders"));
        assertThat(endpoint.url).isEqualTo("https://shop.example/token");
    }

    @Test
    void provesItselfByHttpBasicWhereAskedTo() {
        AuthSpec.ClientCredentials basic = new AuthSpec.ClientCredentials(
                SPEC.requires(),
                SPEC.tokenUrl(),
                SPEC.clientId(),
                SPEC.clientSecret(),
                "orders customers:${shop.id}",
                AuthSpec.ClientAuth.BASIC,
                SPEC.headers());

        signer(basic, "a:b+c").headersFor(REQUEST);

        String pair = endpoint.headers.get("Authorization").substring("Basic ".length());
        assertThat(new String(Base64.getDecoder().decode(pair), StandardCharsets.UTF_8))
                .isEqualTo("id:a%3Ab%2Bc");
        assertThat(endpoint.forms)
                .containsExactly(Map.of("grant_type", "client_credentials", "scope", "orders customers:id"));
    }

    @Test
    void renewsBeforeTheTokenExpires() {
        RequestSigner signer = signer("secret");
        signer.headersFor(REQUEST);

        clock.advance(Duration.ofSeconds(3600 - 300));

        assertThat(signer.headersFor(REQUEST)).isEqualTo(Map.of("Authorization", "Bearer token-2"));
    }

    @Test
    void goesOnWithTheOldTokenWhileItLastsAndCannotBeRenewed() {
        RequestSigner signer = signer("secret");
        signer.headersFor(REQUEST);
        endpoint.failure = new IllegalStateException("down");

        clock.advance(Duration.ofSeconds(3599));
        assertThat(signer.headersFor(REQUEST)).isEqualTo(Map.of("Authorization", "Bearer token-1"));
        clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> signer.headersFor(REQUEST)).isSameAs(endpoint.failure);
    }

    @Test
    void asksForAnotherTokenWhenThePlatformRefusesThePresentOne() {
        RequestSigner signer = signer("secret");
        Map<String, String> refused = signer.headersFor(REQUEST);

        assertThat(signer.refused(refused)).isTrue();
        Map<String, String> renewed = signer.headersFor(REQUEST);
        // A second thread reports the same old token: the new one stays.
        assertThat(signer.refused(refused)).isTrue();

        assertThat(renewed).isEqualTo(Map.of("Authorization", "Bearer token-2"));
        assertThat(signer.headersFor(REQUEST)).isEqualTo(renewed);
    }

    @Test
    void triesEachSecretWhileOneIsRotated() {
        endpoint.accepted = "new";

        assertThat(signer("old, new").headersFor(REQUEST)).isEqualTo(Map.of("Authorization", "Bearer token-2"));
        assertThat(endpoint.forms).extracting(form -> form.get("client_secret")).containsExactly("old", "new");
    }

    @Test
    void saysWhichOptionsAreRefusedAndNotTheirValues() {
        endpoint.accepted = "other";

        assertThatThrownBy(() -> signer("s3cret").headersFor(REQUEST))
                .isInstanceOf(RefusedCredentialsException.class)
                .hasMessageContaining("shop.id, shop.secret")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void asksOnceForManyThreads() throws Exception {
        RequestSigner signer = signer("secret");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Map<String, String>>> headers = IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return signer.headersFor(REQUEST);
                    }))
                    .toList();
            start.countDown();
            for (Future<Map<String, String>> each : headers) {
                assertThat(each.get()).isEqualTo(Map.of("Authorization", "Bearer token-1"));
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(endpoint.forms).hasSize(1);
    }

    private RequestSigner signer(String secret) {
        return signer(SPEC, secret);
    }

    private RequestSigner signer(AuthSpec.ClientCredentials spec, String secret) {
        return new ClientCredentialsSigner(
                spec,
                Map.of("shop.url", "https://shop.example", "shop.id", "id", "shop.secret", secret),
                endpoint,
                clock);
    }

    /** Gives tokens of an hour, numbered by request. */
    private static final class Endpoint implements TokenEndpoint {
        private final List<Map<String, String>> forms = new ArrayList<>();
        private Map<String, String> headers;
        private String url;
        private String accepted;
        private RuntimeException failure;

        @Override
        public Optional<Map<?, ?>> post(String address, Map<String, String> sent, Map<String, String> form) {
            if (failure != null) {
                throw failure;
            }
            url = address;
            headers = sent;
            forms.add(form);
            return accepted != null && !accepted.equals(form.get("client_secret"))
                    ? Optional.empty()
                    : Optional.of(Map.of("access_token", "token-" + forms.size(), "expires_in", 3600L));
        }
    }
}
