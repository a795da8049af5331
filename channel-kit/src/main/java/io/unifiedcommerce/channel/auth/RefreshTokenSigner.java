package io.unifiedcommerce.channel.auth;

import io.unifiedcommerce.channel.manifest.AuthSpec;
import io.unifiedcommerce.channel.template.TextTemplate;
import io.unifiedcommerce.channel.template.Values;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * OAuth 2.0 refresh tokens (RFC 6749, 6), also where each use of one gives the next and ends the former. All tasks and connectors
 * of an account share the stored grant: whoever finds it about to expire renews it, one at a time, and the others take it over.
 */
final class RefreshTokenSigner implements RequestSigner {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshTokenSigner.class);

    /** Where the answer does not tell {@code expires_in}, which RFC 6749 only recommends; a 401 renews sooner. */
    private static final Duration UNTOLD_LIFE = Duration.ofMinutes(30);

    private static final int EARLY_PART = 10;
    private static final Duration LONGEST_EARLY = Duration.ofMinutes(5);

    /** A token this young is not refused for its age; renewing it over and over would only use up refresh tokens. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final AuthSpec.RefreshToken spec;
    private final Map<String, String> options;
    private final TokenEndpoint endpoint;
    private final GrantStore store;
    private final Clock clock;
    private final String root;
    private Grant grant;
    private Grant unstored;
    private String refused;
    private Instant notBefore = Instant.MIN;

    RefreshTokenSigner(
            AuthSpec.RefreshToken spec,
            Map<String, String> options,
            TokenEndpoint endpoint,
            GrantStore store,
            Clock clock) {
        this.spec = spec;
        this.options = Map.copyOf(options);
        this.endpoint = endpoint;
        this.store = store;
        this.clock = clock;
        this.root = fingerprint(text(spec.refreshToken()));
    }

    @Override
    public synchronized Map<String, String> headersFor(UnsignedRequest request) {
        Instant now = clock.instant();
        if (grant == null || !usable(grant, now)) {
            grant = renewed();
        } else if (!now.isBefore(renewAt(grant)) && !now.isBefore(notBefore)) {
            grant = renewEarly(grant);
        }
        return headers(grant);
    }

    @Override
    public synchronized boolean refused(Map<String, String> headers) {
        if (grant == null || !headers(grant).equals(headers)) {
            // Another thread has renewed it since: the new one is to be tried.
            return true;
        }
        if (clock.instant().isBefore(grant.obtainedAt().plus(FRESH))) {
            return false;
        }
        refused = grant.accessToken();
        return true;
    }

    private Grant renewEarly(Grant old) {
        try {
            return renewed();
        } catch (RuntimeException e) {
            LOG.warn(
                    "The access token expires at {} and could not be renewed yet: {}", old.expiresAt(), e.getMessage());
            Instant now = clock.instant();
            notBefore = now.plus(Duration.between(now, old.expiresAt()).dividedBy(2));
            return old;
        }
    }

    /** The grant of whoever has renewed it already, or a new one. */
    private Grant renewed() {
        Optional<Grant> shared = store.newest().filter(this::good);
        if (shared.isPresent()) {
            return shared.get();
        }
        Grant newest = store.replace(stored -> stored.filter(this::good).orElseGet(() -> successor(stored)));
        unstored = null;
        return newest;
    }

    /** Whether a stored grant spares a renewal. */
    private boolean good(Grant stored) {
        Instant now = clock.instant();
        return stored.goesBackTo(root) && usable(stored, now) && now.isBefore(renewAt(stored));
    }

    private boolean usable(Grant some, Instant now) {
        return now.isBefore(some.expiresAt()) && !some.accessToken().equals(refused);
    }

    private static Instant renewAt(Grant some) {
        Duration tenth = Duration.between(some.obtainedAt(), some.expiresAt()).dividedBy(EARLY_PART);
        return some.expiresAt().minus(tenth.compareTo(LONGEST_EARLY) < 0 ? tenth : LONGEST_EARLY);
    }

    private Grant successor(Optional<Grant> stored) {
        // The platform gave it, but it could not be stored then: nobody else can have renewed since.
        if (unstored == null) {
            unstored = ask(stored);
        }
        return unstored;
    }

    private Grant ask(Optional<Grant> stored) {
        boolean begun = stored.isPresent() && stored.get().goesBackTo(root);
        String refreshToken = begun ? stored.get().refreshToken() : text(spec.refreshToken());
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken);
        form.put("client_id", text(spec.clientId()));
        form.put("client_secret", last(secrets(spec, options)));
        form.putAll(HeaderSigner.fill(spec.form(), Values.ofOptions(options)));
        Map<?, ?> answer = endpoint.post(text(spec.tokenUrl()), form)
                .orElseThrow(() -> new RefusedCredentialsException(
                        "the platform does not accept the refresh token any more; grant access anew and set the new "
                                + "token, with " + String.join(", ", spec.requires())));
        return grant(answer, refreshToken, stored);
    }

    private Grant grant(Map<?, ?> answer, String refreshToken, Optional<Grant> stored) {
        if (!(answer.get("access_token") instanceof String accessToken)) {
            throw new RefusedCredentialsException("the token endpoint answers without an access_token");
        }
        Duration life = answer.get("expires_in") instanceof Number seconds
                ? Duration.ofSeconds(seconds.longValue())
                : UNTOLD_LIFE;
        Instant now = clock.instant();
        List<String> roots = stored.map(old -> old.rootsWith(root)).orElse(List.of(root));
        Object next = answer.get("refresh_token");
        return new Grant(accessToken, next instanceof String text ? text : refreshToken, now, now.plus(life), roots);
    }

    private Map<String, String> headers(Grant some) {
        return HeaderSigner.fill(spec.headers(), new Values(Map.of("token", some.accessToken()), options));
    }

    /** The client secrets, newest last: while one is changed the option holds the old and the new one. */
    static List<String> secrets(AuthSpec.RefreshToken spec, Map<String, String> options) {
        String text = TextTemplate.compile(spec.clientSecret()).text(Values.ofOptions(options));
        return List.of(text.split("\\s*,\\s*"));
    }

    private static String last(List<String> texts) {
        return texts.get(texts.size() - 1);
    }

    private String text(String template) {
        return TextTemplate.compile(template).text(Values.ofOptions(options));
    }

    private static String fingerprint(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
