package io.unifiedcommerce.channel.auth;

import io.unifiedcommerce.channel.manifest.AuthSpec;
import io.unifiedcommerce.channel.template.TextTemplate;
import io.unifiedcommerce.channel.template.Values;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * OAuth 1.0a (RFC 5849, 3) with a token that does not expire. Each try of a request is signed anew, for a platform refuses
 * a nonce that it has seen.
 */
final class Oauth1Signer implements RequestSigner {
    private static final int NONCE_BYTES = 18;

    private final String consumerKey;
    private final String consumerSecret;
    private final String accessToken;
    private final String tokenSecret;
    private final AuthSpec.Oauth1.Hash hash;
    private final Clock clock;
    private final Supplier<String> nonces;

    Oauth1Signer(AuthSpec.Oauth1 spec, Map<String, String> options, Clock clock) {
        this(spec, options, clock, Oauth1Signer::nonce);
    }

    Oauth1Signer(AuthSpec.Oauth1 spec, Map<String, String> options, Clock clock, Supplier<String> nonces) {
        Values values = Values.ofOptions(options);
        this.consumerKey = text(spec.consumerKey(), values);
        this.consumerSecret = text(spec.consumerSecret(), values);
        this.accessToken = text(spec.accessToken(), values);
        this.tokenSecret = text(spec.tokenSecret(), values);
        this.hash = spec.hash();
        this.clock = clock;
        this.nonces = nonces;
    }

    @Override
    public Map<String, String> headersFor(UnsignedRequest request) {
        Map<String, String> protocol = new LinkedHashMap<>();
        protocol.put("oauth_consumer_key", consumerKey);
        protocol.put("oauth_token", accessToken);
        protocol.put("oauth_signature_method", "HMAC-" + hash);
        protocol.put("oauth_timestamp", Long.toString(clock.instant().getEpochSecond()));
        protocol.put("oauth_nonce", nonces.get());
        protocol.put("oauth_version", "1.0");
        protocol.put(
                "oauth_signature",
                Oauth1Signature.of(request.method(), request.url(), protocol, consumerSecret, tokenSecret, hash));
        return Map.of(
                "Authorization",
                protocol.entrySet().stream()
                        .map(entry -> entry.getKey() + "=\"" + Oauth1Signature.encode(entry.getValue()) + "\"")
                        .collect(Collectors.joining(", ", "OAuth ", "")));
    }

    /** A secret that is read from a file often ends with the file's line break. */
    private static String text(String template, Values values) {
        return TextTemplate.compile(template).text(values).strip();
    }

    private static String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
