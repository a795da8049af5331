package io.unifiedcommerce.tck.fake.lightspeed;

import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives access tokens for refresh tokens, each of which is good for one time and gives the next. Thread safe. */
public final class RotatingTokens {
    private final Clock clock;
    private final String clientId;
    private final String clientSecret;
    private final Duration life;
    private final Map<String, Instant> access = new HashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private String refresh;
    private int given;

    RotatingTokens(Clock clock, String clientId, String clientSecret, String firstRefreshToken, Duration life) {
        this.clock = clock;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.refresh = firstRefreshToken;
        this.life = life;
    }

    synchronized boolean accepts(String accessToken) {
        Instant end = access.get(accessToken);
        return end != null && clock.instant().isBefore(end);
    }

    /** How many times tokens were given. */
    public synchronized int given() {
        return given;
    }

    /** How many times a client came with a token that was not, or no longer, good. */
    public int refused() {
        return refused.get();
    }

    /** The retailer grants access anew. */
    public synchronized void grantAnew(String refreshToken) {
        refresh = refreshToken;
    }

    /** All access tokens end now, as when staff revoke an app's session; the refresh token stays good. */
    public synchronized void endAccess() {
        access.clear();
    }

    synchronized HttpAnswer give(HttpCall call) {
        Map<String, String> form = call.form();
        boolean known = clientId.equals(form.get("client_id")) && clientSecret.equals(form.get("client_secret"));
        if (!known || !"refresh_token".equals(form.get("grant_type")) || !refresh.equals(form.get("refresh_token"))) {
            refused.incrementAndGet();
            return HttpAnswer.json(
                    400,
                    Map.of("error", "invalid_grant", "error_description", "The refresh token is invalid or was used."));
        }
        given++;
        refresh = "refresh-" + given;
        String token = "access-" + given;
        Instant end = clock.instant().plus(life);
        access.put(token, end);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", token);
        answer.put("token_type", "Bearer");
        answer.put("expires", end.getEpochSecond());
        answer.put("expires_in", life.toSeconds());
        answer.put("refresh_token", refresh);
        answer.put("domain_prefix", "example");
        return HttpAnswer.json(200, answer);
    }
}
