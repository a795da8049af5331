package io.unifiedcommerce.channel.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.manifest.AuthSpec;
import io.unifiedcommerce.channel.read.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RefreshTokenSignerTest {
    private static final RequestSigner.UnsignedRequest REQUEST =
            new RequestSigner.UnsignedRequest("GET", "https://shop.example/sales", new byte[0]);
    private static final AuthSpec.RefreshToken SPEC = new AuthSpec.RefreshToken(
            List.of("shop.refresh.token"),
            "shop",
            "${shop.url}/token",
            "${shop.id}",
            "${shop.secret}",
            "${shop.refresh.token}",
            Map.of("redirect_uri", "https://us.example/back"),
            Map.of("Authorization", "Bearer ${token}"),
            new AuthSpec.Keep("tokens", "broker:9092", null));

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final RotatingPlatform platform = new RotatingPlatform("first");
    private final MemoryStore store = new MemoryStore();

    @Test
    void usesTheConfiguredTokenOnceAndTheOneItGaveFromThenOn() {
        RequestSigner signer = signer("first");
        assertThat(token(signer)).isEqualTo("access-1");
        assertThat(token(signer)).isEqualTo("access-1");
        assertThat(platform.forms)
                .containsExactly(Map.of(
                        "grant_type", "refresh_token",
                        "refresh_token", "first",
                        "client_id", "id",
                        "client_secret", "secret",
                        "redirect_uri", "https://us.example/back"));
        clock.advance(Duration.ofHours(1));
        assertThat(token(signer)).isEqualTo("access-2");
        assertThat(platform.forms.get(1)).containsEntry("refresh_token", "refresh-1");
    }

    @Test
    void aRestartGoesOnWithTheStoredGrant() {
        token(signer("first"));
        assertThat(token(signer("first"))).isEqualTo("access-1");
        clock.advance(Duration.ofHours(3));
        assertThat(token(signer("first"))).isEqualTo("access-2");
        assertThat(platform.forms).hasSize(2);
    }

    @Test
    void allSignersOfAnAccountShareOneRenewal() {
        RequestSigner source = signer("first");
        RequestSigner sink = signer("first");
        assertThat(token(source)).isEqualTo(token(sink));
        clock.advance(Duration.ofMinutes(56));
        assertThat(token(sink)).isEqualTo("access-2");
        assertThat(token(source)).isEqualTo("access-2");
        assertThat(platform.forms).hasSize(2);
    }

    @Test
    void aTokenConfiguredAnewWinsOverTheStoredGrant() {
        token(signer("first"));
        platform.grantAnew("second");
        RequestSigner renewed = signer("second");
        assertThat(token(renewed)).isEqualTo("access-2");
        assertThat(platform.forms.get(1)).containsEntry("refresh_token", "second");
        assertThat(token(signer("first")))
                .as("a connector that still has the used-up token shares the new grant")
                .isEqualTo("access-2");
    }

    @Test
    void aGrantThatCouldNotBeStoredIsStoredByTheNextTryAndNotAskedForAgain() {
        store.failing = true;
        RequestSigner signer = signer("first");
        assertThatThrownBy(() -> token(signer)).isInstanceOf(GrantStoreException.class);
        store.failing = false;
        assertThat(token(signer)).isEqualTo("access-1");
        assertThat(store.grant.refreshToken()).isEqualTo("refresh-1");
        assertThat(platform.forms).hasSize(1);
    }

    @Test
    void goesOnWithTheOldTokenWhileItLastsAndCannotBeRenewed() {
        RequestSigner signer = signer("first");
        token(signer);
        platform.failure = new IllegalStateException("down");
        clock.advance(Duration.ofMinutes(57));
        assertThat(token(signer)).isEqualTo("access-1");
        clock.advance(Duration.ofMinutes(3));
        assertThatThrownBy(() -> token(signer)).isSameAs(platform.failure);
    }

    @Test
    void renewsATokenThatThePlatformRefusesButNotAFreshOne() {
        RequestSigner signer = signer("first");
        Map<String, String> headers = signer.headersFor(REQUEST);
        assertThat(signer.refused(headers)).isFalse();
        clock.advance(Duration.ofMinutes(2));
        assertThat(signer.refused(headers)).isTrue();
        assertThat(token(signer)).isEqualTo("access-2");
        assertThat(signer.refused(headers)).as("reported by a second thread").isTrue();
        assertThat(token(signer)).isEqualTo("access-2");
    }

    @Test
    void takesOverWhatAnotherHasRenewedWhenItsOwnTokenIsRefused() {
        RequestSigner source = signer("first");
        RequestSigner sink = signer("first");
        Map<String, String> old = source.headersFor(REQUEST);
        token(sink);
        clock.advance(Duration.ofMinutes(2));
        sink.refused(old);
        token(sink);
        source.refused(old);
        assertThat(token(source)).isEqualTo("access-2");
        assertThat(platform.forms).hasSize(2);
    }

    @Test
    void saysWhatToDoWhenTheRefreshTokenIsRefusedAndNotItsValue() {
        assertThatThrownBy(() -> token(signer("s3cret-token")))
                .isInstanceOf(RefusedCredentialsException.class)
                .hasMessageContaining("shop.refresh.token")
                .hasMessageNotContaining("s3cret-token");
    }

    private static String token(RequestSigner signer) {
        return signer.headersFor(REQUEST).get("Authorization").substring("Bearer ".length());
    }

    private RequestSigner signer(String refreshToken) {
        Map<String, String> options = Map.of(
                "shop.url", "https://shop.example",
                "shop.id", "id",
                "shop.secret", "old, secret",
                "shop.refresh.token", refreshToken);
        return new RefreshTokenSigner(SPEC, options, platform, store, clock);
    }

    /** Each refresh token is good for one time. */
    private static final class RotatingPlatform implements TokenEndpoint {
        private final List<Map<String, String>> forms = new ArrayList<>();
        private String good;
        private RuntimeException failure;
        private int given;

        RotatingPlatform(String first) {
            good = first;
        }

        void grantAnew(String token) {
            good = token;
        }

        @Override
        public Optional<Map<?, ?>> post(String url, Map<String, String> headers, Map<String, String> form) {
            if (failure != null) {
                throw failure;
            }
            forms.add(form);
            if (!form.get("refresh_token").equals(good)) {
                return Optional.empty();
            }
            given++;
            good = "refresh-" + given;
            Map<String, Object> answer = new HashMap<>();
            answer.put("access_token", "access-" + given);
            answer.put("refresh_token", good);
            answer.put("expires_in", 3600L);
            return Optional.of(answer);
        }
    }

    private static final class MemoryStore implements GrantStore {
        private Grant grant;
        private boolean failing;

        @Override
        public Optional<Grant> newest() {
            return Optional.ofNullable(grant);
        }

        @Override
        public Grant replace(Function<Optional<Grant>, Grant> successor) {
            Grant next = successor.apply(newest());
            if (failing) {
                throw new GrantStoreException("no broker", null);
            }
            grant = next;
            return next;
        }
    }
}
