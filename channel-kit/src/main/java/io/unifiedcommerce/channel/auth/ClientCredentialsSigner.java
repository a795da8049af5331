package io.unifiedcommerce.channel.auth;

import io.unifiedcommerce.channel.manifest.AuthSpec;
import io.unifiedcommerce.channel.template.TextTemplate;
import io.unifiedcommerce.channel.template.Values;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * OAuth 2.0 client credentials (RFC 6749, 4.4). The token is asked for when the first request needs it and renewed
 * before it expires, by one thread while the others wait.
 */
final class ClientCredentialsSigner implements RequestSigner {
    private static final Logger LOG = LoggerFactory.getLogger(ClientCredentialsSigner.class);

    /** Where the answer does not tell {@code expires_in}, which RFC 6749 only recommends; a 401 renews sooner. */
    private static final Duration UNTOLD_LIFE = Duration.ofHours(1);

    private static final int EARLY_PART = 10;
    private static final Duration LONGEST_EARLY = Duration.ofMinutes(5);

    private final AuthSpec.ClientCredentials spec;
    private final Map<String, String> options;
    private final List<String> secrets;
    private final TokenEndpoint endpoint;
    private final Clock clock;
    private Token token;

    /** An access token and the headers made of it. */
    private record Token(Map<String, String> headers, Instant renewAt, Instant expiresAt) {}

    ClientCredentialsSigner(
            AuthSpec.ClientCredentials spec, Map<String, String> options, TokenEndpoint endpoint, Clock clock) {
        this.spec = spec;
        this.options = Map.copyOf(options);
        this.endpoint = endpoint;
        this.clock = clock;
        // While a secret is rotated the option holds the old and the new one.
        this.secrets = List.of(text(spec.clientSecret()).split("\\s*,\\s*"));
    }

    @Override
    public synchronized Map<String, String> headersFor(UnsignedRequest request) {
        Instant now = clock.instant();
        if (token == null || !now.isBefore(token.expiresAt())) {
            token = fetch();
        } else if (!now.isBefore(token.renewAt())) {
            token = renewEarly(token);
        }
        return token.headers();
    }

    @Override
    public synchronized boolean refused(Map<String, String> headers) {
        // Another thread may have renewed it since; then the new token is to be tried, not thrown away.
        if (token != null && token.headers().equals(headers)) {
            token = null;
        }
        return true;
    }

    private Token renewEarly(Token old) {
        try {
            return fetch();
        } catch (RuntimeException e) {
            LOG.warn(
                    "The access token expires at {} and could not be renewed yet: {}", old.expiresAt(), e.getMessage());
            Duration rest = Duration.between(clock.instant(), old.expiresAt());
            return new Token(old.headers(), clock.instant().plus(rest.dividedBy(2)), old.expiresAt());
        }
    }

    private Token fetch() {
        String url = text(spec.tokenUrl());
        for (String secret : secrets) {
            Optional<Map<?, ?>> answer = inHeader()
                    ? endpoint.post(
                            url,
                            HeaderSigner.credentials(formEncoded(text(spec.clientId())), formEncoded(secret)),
                            form())
                    : endpoint.post(url, form(secret));
            if (answer.isPresent()) {
                return token(answer.get());
            }
        }
        throw new RefusedCredentialsException("the token endpoint does not accept the client id and secret"
                + (spec.scope() == null ? "; check " : ", or the client lacks a scope that is asked for; check ")
                + String.join(", ", spec.requires()));
    }

    private boolean inHeader() {
        return spec.clientAuth() == AuthSpec.ClientAuth.BASIC;
    }

    private Map<String, String> form(String secret) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", text(spec.clientId()));
        form.put("client_secret", secret);
        scope(form);
        return form;
    }

    private Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        scope(form);
        return form;
    }

    private void scope(Map<String, String> form) {
        if (spec.scope() != null) {
            form.put("scope", text(spec.scope()));
        }
    }

    /** RFC 6749, 2.3.1: both parts are encoded as in a form before they are put together. */
    private static String formEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Token token(Map<?, ?> answer) {
        if (!(answer.get("access_token") instanceof String accessToken)) {
            throw new RefusedCredentialsException("the token endpoint answers without an access_token");
        }
        Duration life = answer.get("expires_in") instanceof Number seconds
                ? Duration.ofSeconds(seconds.longValue())
                : UNTOLD_LIFE;
        Duration tenth = life.dividedBy(EARLY_PART);
        Duration early = tenth.compareTo(LONGEST_EARLY) < 0 ? tenth : LONGEST_EARLY;
        Instant now = clock.instant();
        return new Token(
                HeaderSigner.fill(spec.headers(), new Values(Map.of("token", accessToken), options)),
                now.plus(life).minus(early),
                now.plus(life));
    }

    private String text(String template) {
        return TextTemplate.compile(template).text(Values.ofOptions(options));
    }
}
