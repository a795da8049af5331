package io.unifiedcommerce.channel.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.manifest.AuthSpec;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestSignersTest {
    private static final RequestSigner.UnsignedRequest REQUEST =
            new RequestSigner.UnsignedRequest("GET", "https://shop.example/orders", new byte[0]);
    private static final AuthSpec HEADER =
            new AuthSpec.Header(List.of("shop.token"), Map.of("Authorization", "Bearer ${shop.token}"));
    private static final AuthSpec BASIC =
            new AuthSpec.Basic(List.of("shop.user", "shop.password"), "${shop.user}", "${shop.password}");

    @Test
    void takesTheFirstVariantWhoseOptionsAreSet() {
        List<AuthSpec> variants = List.of(HEADER, BASIC);

        assertThat(headers(variants, Map.of("shop.token", "t", "shop.user", "u", "shop.password", "p")))
                .isEqualTo(Map.of("Authorization", "Bearer t"));
        assertThat(headers(variants, Map.of("shop.token", "", "shop.user", "Aladdin", "shop.password", "open sesame")))
                .isEqualTo(Map.of("Authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
    }

    @Test
    void saysWhichOptionsWouldGiveCredentials() {
        assertThatThrownBy(() -> headers(List.of(HEADER, BASIC), Map.of("shop.user", "u")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no credentials; set shop.token, or shop.user and shop.password");
    }

    @Test
    void sendsNothingWhereNothingIsNeeded() {
        assertThat(headers(List.of(new AuthSpec.None(List.of())), Map.of())).isEmpty();
    }

    @Test
    void findsASignerByItsShortNameAndFillsInItsParameters() {
        AuthSpec hook = new AuthSpec.Hook(List.of(), "test-signer", Map.of("key", "${shop.key}"));

        assertThat(headers(List.of(hook), Map.of("shop.key", "k1")))
                .isEqualTo(Map.of("X-Signature", "GET https://shop.example/orders k1"));
    }

    @Test
    void namesTheNearestSignerWhenThereIsNone() {
        AuthSpec hook = new AuthSpec.Hook(List.of(), "tset-signer", Map.of());

        assertThatThrownBy(() -> headers(List.of(hook), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tset-signer")
                .hasMessageContaining("test-signer");
    }

    /** Signs with what it is given; registered for ServiceLoader in the test resources. */
    public static final class TestSigner implements RequestSigner.Factory {
        @Override
        public String name() {
            return "test-signer";
        }

        @Override
        public RequestSigner create(Map<String, String> parameters, TokenEndpoint tokens, Clock clock) {
            return request ->
                    Map.of("X-Signature", request.method() + " " + request.url() + " " + parameters.get("key"));
        }
    }

    private static Map<String, String> headers(List<AuthSpec> variants, Map<String, String> options) {
        TokenEndpoint none = (url, headers, form) -> {
            throw new AssertionError("no token is needed");
        };
        return RequestSigners.choose(variants, options, none, Clock.systemUTC()).headersFor(REQUEST);
    }
}
