package io.unifiedcommerce.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.manifest.WebhookSpec;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookVerifierTest {
    private static final byte[] BODY = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_795_251_600), ZoneOffset.UTC);

    // Digests by: printf '{"id":1}' | openssl dgst -sha256 -hmac key1 (and -sha1), then base64 or hex.
    private static final String SHA256_KEY1_BASE64 = "thoYbKKKKyZ/PK/D1KHiy3/I0aAoefgcNSPuwbRh2mQ=";
    private static final String SHA256_KEY1_HEX = "b61a186ca28a2b267f3cafc3d4a1e2cb7fc8d1a02879f81c3523eec1b461da64";
    private static final String SHA1_KEY1_HEX = "3aff5187517b3c223cfa94a6f18e2cd2574e573f";
    // printf 'https://hub.example.org/hooks{"id":1}' | openssl dgst -sha256 -hmac key1 -binary | base64
    private static final String PREFIXED_KEY1 = "n0RFYV6RStqwMLXq3GKYwiApa8+XBCjyniC7ZEzGeDo=";
    // printf 'msg_1.1795251600.{"id":1}' | openssl dgst -sha256 -hmac key1 -binary | base64
    private static final String STANDARD_KEY1 = "skexFZ6PMgX0PEl5mYH5cHCbKs1O14pULi0nJCz1d90=";

    @Test
    void acceptsABodySignedWithTheSecret() {
        WebhookVerifier verifier = hmac("key1", WebhookSpec.Hash.SHA256, WebhookSpec.Encoding.BASE64);

        assertThat(verifier.verify(Map.of("X-Hmac", SHA256_KEY1_BASE64), BODY)).isEqualTo(Verdict.GENUINE);
        assertThat(verifier.verify(Map.of("x-hmac", SHA256_KEY1_BASE64), BODY)).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void knowsOtherHashesAndEncodings() {
        assertThat(hmac("key1", WebhookSpec.Hash.SHA256, WebhookSpec.Encoding.HEX)
                        .verify(Map.of("X-Hmac", SHA256_KEY1_HEX.toUpperCase(Locale.ROOT)), BODY)
                        .genuine())
                .isTrue();
        assertThat(hmac("key1", WebhookSpec.Hash.SHA1, WebhookSpec.Encoding.HEX)
                        .verify(Map.of("X-Hmac", SHA1_KEY1_HEX), BODY)
                        .genuine())
                .isTrue();
    }

    @Test
    void refusesAnotherBodyAnotherSecretAndNoSignature() {
        WebhookVerifier verifier = hmac("key1", WebhookSpec.Hash.SHA256, WebhookSpec.Encoding.BASE64);
        Map<String, String> signed = Map.of("X-Hmac", SHA256_KEY1_BASE64);

        assertThat(verifier.verify(signed, "{\"id\":2}".getBytes(StandardCharsets.UTF_8))
                        .genuine())
                .isFalse();
        assertThat(hmac("key2", WebhookSpec.Hash.SHA256, WebhookSpec.Encoding.BASE64)
                        .verify(signed, BODY)
                        .genuine())
                .isFalse();
        assertThat(verifier.verify(Map.of(), BODY).reason()).isEqualTo("no header X-Hmac");
        assertThat(verifier.verify(Map.of("X-Hmac", ""), BODY).genuine()).isFalse();
    }

    @Test
    void acceptsOldAndNewSecretWhileOneIsRotated() {
        WebhookVerifier verifier = hmac("key2, key1", WebhookSpec.Hash.SHA256, WebhookSpec.Encoding.BASE64);

        assertThat(verifier.verify(Map.of("X-Hmac", SHA256_KEY1_BASE64), BODY).genuine())
                .isTrue();
    }

    @Test
    void knowsWhatIsSignedInFrontOfTheBody() {
        WebhookSpec.Verification spec = new WebhookSpec.Verification.Hmac(
                "X-Hmac", null, "${shop.secret}", "${shop.url}", WebhookSpec.Hash.SHA256, WebhookSpec.Encoding.BASE64);
        Map<String, String> signed = Map.of("X-Hmac", PREFIXED_KEY1);

        assertThat(WebhookVerifier.of(
                                spec, Map.of("shop.secret", "key1", "shop.url", "https://hub.example.org/hooks"), CLOCK)
                        .verify(signed, BODY)
                        .genuine())
                .isTrue();
        assertThat(WebhookVerifier.of(
                                spec,
                                Map.of("shop.secret", "key1", "shop.url", "https://hub.example.org/hooks/"),
                                CLOCK)
                        .verify(signed, BODY)
                        .reason())
                .contains("check the secret and ${shop.url}");
        assertThatThrownBy(() -> WebhookVerifier.of(spec, Map.of("shop.secret", "key1"), CLOCK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("${shop.url}");
    }

    @Test
    void findsTheDigestAmongTheHeadersParts() {
        WebhookVerifier verifier = WebhookVerifier.of(
                new WebhookSpec.Verification.Hmac(
                        "X-Hmac",
                        "signature",
                        "${shop.secret}",
                        null,
                        WebhookSpec.Hash.SHA256,
                        WebhookSpec.Encoding.BASE64),
                Map.of("shop.secret", "key1"),
                CLOCK);
        String parts = "signature=" + SHA256_KEY1_BASE64 + ", algorithm=HMAC-SHA256";

        assertThat(verifier.verify(Map.of("X-Hmac", parts), BODY).genuine()).isTrue();
        assertThat(verifier.verify(Map.of("X-Hmac", parts.replace("signature", "digest")), BODY)
                        .reason())
                .isEqualTo("header X-Hmac has no part signature");
        assertThat(verifier.verify(Map.of("X-Hmac", "signature=,algorithm=none"), BODY)
                        .genuine())
                .isFalse();
    }

    @Test
    void acceptsAnyReadingOfAnUnclearSchemeAndNothingElse() {
        WebhookVerifier verifier = WebhookVerifier.of(
                new WebhookSpec.Verification.Hmac(
                        "X-Hmac",
                        null,
                        "${shop.secret}",
                        null,
                        WebhookSpec.Hash.SHA256,
                        WebhookSpec.Encoding.ANY,
                        "payload"),
                Map.of("shop.secret", "key1"),
                CLOCK);
        String text = new String(BODY, StandardCharsets.UTF_8);
        byte[] form = ("type=sale.update&payload=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(Base64.getDecoder().decode(SHA256_KEY1_BASE64));

        assertThat(verifier.verify(Map.of("X-Hmac", SHA256_KEY1_BASE64), BODY).genuine())
                .isTrue();
        assertThat(verifier.verify(Map.of("X-Hmac", hex), BODY).genuine()).isTrue();
        assertThat(verifier.verify(Map.of("X-Hmac", hex), form).genuine()).isTrue();
        assertThat(verifier.verify(Map.of("X-Hmac", hex.replace('a', 'b')), form)
                        .genuine())
                .isFalse();
        assertThat(verifier.verify(Map.of("X-Hmac", hex), "payload=%7".getBytes(StandardCharsets.UTF_8))
                        .genuine())
                .isFalse();
    }

    @Test
    void refusesToRunWithoutASecret() {
        assertThatThrownBy(() -> hmac(" , ", WebhookSpec.Hash.SHA256, WebhookSpec.Encoding.BASE64))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("${shop.secret}");
        assertThatThrownBy(() -> WebhookVerifier.of(
                        new WebhookSpec.Verification.SecretHeader("X-Secret", "${shop.header}"), Map.of(), CLOCK))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void requiresTheSecretHeader() {
        WebhookVerifier verifier = WebhookVerifier.of(
                new WebhookSpec.Verification.SecretHeader("X-Secret", "${shop.header}"),
                Map.of("shop.header", "mine"),
                CLOCK);

        assertThat(verifier.verify(Map.of("x-secret", "mine"), BODY).genuine()).isTrue();
        assertThat(verifier.verify(Map.of("x-secret", "Mine"), BODY).genuine()).isFalse();
        assertThat(verifier.verify(Map.of(), BODY).genuine()).isFalse();
    }

    @Test
    void verifiesStandardWebhooksBesideTheSecretHeader() {
        WebhookVerifier verifier = standard(Map.of("shop.secret", "key1", "shop.header", "mine"));
        Map<String, String> genuine = standardHeaders("1795251600", "v1,AAAA v1," + STANDARD_KEY1);

        assertThat(verifier.verify(genuine, BODY)).isEqualTo(Verdict.GENUINE);
        assertThat(verifier.verify(without(genuine, "X-Secret"), BODY).genuine())
                .isFalse();
        assertThat(verifier.verify(without(genuine, "webhook-id"), BODY).genuine())
                .isFalse();
        assertThat(verifier.verify(genuine, new byte[0]).genuine()).isFalse();
        assertThat(verifier.verify(standardHeaders("1795251601", "v1," + STANDARD_KEY1), BODY)
                        .genuine())
                .isFalse();
    }

    @Test
    void refusesOldAndFutureTimestamps() {
        Map<String, String> options = Map.of("shop.secret", "key1", "shop.header", "mine");
        Map<String, String> genuine = standardHeaders("1795251600", "v1," + STANDARD_KEY1);

        assertThat(standard(options, Clock.offset(CLOCK, Duration.ofSeconds(300)))
                        .verify(genuine, BODY)
                        .genuine())
                .isTrue();
        assertThat(standard(options, Clock.offset(CLOCK, Duration.ofSeconds(301)))
                        .verify(genuine, BODY)
                        .reason())
                .contains("replay");
        assertThat(standard(options, Clock.offset(CLOCK, Duration.ofSeconds(-301)))
                        .verify(genuine, BODY)
                        .genuine())
                .isFalse();
        assertThat(standard(options)
                        .verify(standardHeaders("soon", "v1," + STANDARD_KEY1), BODY)
                        .genuine())
                .isFalse();
    }

    @Test
    void contentsItselfWithTheSecretHeaderWhereThePlatformDoesNotSign() {
        Map<String, String> unsigned = Map.of("X-Secret", "mine");

        assertThat(standard(Map.of("shop.secret", "key1", "shop.header", "mine"))
                        .verify(unsigned, BODY)
                        .genuine())
                .isTrue();
        assertThat(standard(Map.of("shop.header", "mine"))
                        .verify(unsigned, BODY)
                        .genuine())
                .isTrue();
        assertThat(standard(Map.of("shop.header", "mine"))
                        .verify(Map.of("X-Secret", "guess"), BODY)
                        .genuine())
                .isFalse();
    }

    private static WebhookVerifier hmac(String secret, WebhookSpec.Hash hash, WebhookSpec.Encoding encoding) {
        return WebhookVerifier.of(
                new WebhookSpec.Verification.Hmac("X-Hmac", null, "${shop.secret}", null, hash, encoding),
                Map.of("shop.secret", secret),
                CLOCK);
    }

    private static WebhookVerifier standard(Map<String, String> options) {
        return standard(options, CLOCK);
    }

    private static WebhookVerifier standard(Map<String, String> options, Clock clock) {
        return WebhookVerifier.of(
                new WebhookSpec.Verification.StandardWebhooks(
                        "${shop.secret}", "X-Secret", "${shop.header}", Duration.ofMinutes(5)),
                options,
                clock);
    }

    private static Map<String, String> standardHeaders(String timestamp, String signature) {
        return Map.of(
                "X-Secret",
                "mine",
                "webhook-id",
                "msg_1",
                "webhook-timestamp",
                timestamp,
                "webhook-signature",
                signature);
    }

    private static Map<String, String> without(Map<String, String> headers, String name) {
        Map<String, String> rest = new HashMap<>(headers);
        rest.remove(name);
        return rest;
    }
}
