package io.unifiedcommerce.tck.fake.shopify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * POST /admin/oauth/access_token: the client credentials grant (24 hours, no refresh token) and the rotating refresh
 * grant (1 hour), where an old refresh token works until the one that replaced it is used.
 */
final class Tokens {
    private static final Duration CLIENT_CREDENTIALS = Duration.ofSeconds(86_399);
    private static final Duration REFRESHED = Duration.ofHours(1);
    private static final long REFRESH_TOKEN_SECONDS = Duration.ofDays(90).toSeconds();

    private final Map<String, Instant> expiryByToken = new ConcurrentHashMap<>();
    private final Map<String, String> previousByRefreshToken = new HashMap<>();
    private final ShopifySettings settings;
    private final Clock clock;

    Tokens(ShopifySettings settings) {
        this.settings = settings;
        clock = settings.clock();
        previousByRefreshToken.put(settings.refreshToken(), "");
    }

    boolean valid(String token) {
        Instant expiry = expiryByToken.get(token);
        return token.equals(settings.accessToken())
                || (expiry != null && clock.instant().isBefore(expiry));
    }

    HttpAnswer grant(HttpCall call) {
        Map<String, String> form = call.form();
        if (!settings.clientId().equals(form.get("client_id"))
                || !settings.clientSecret().equals(form.get("client_secret"))) {
            return refused("invalid_client", "The client id or secret is wrong");
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> HttpAnswer.json(200, issue(CLIENT_CREDENTIALS));
            case "refresh_token" -> refresh(form.getOrDefault("refresh_token", ""));
            default -> refused("unsupported_grant_type", "client_credentials or refresh_token");
        };
    }

    private synchronized HttpAnswer refresh(String token) {
        String previous = previousByRefreshToken.get(token);
        if (previous == null) {
            return refused("invalid_grant", "The refresh token is not valid");
        }
        previousByRefreshToken.remove(previous);
        String next = "shprt_" + UUID.randomUUID();
        previousByRefreshToken.put(next, token);
        return HttpAnswer.json(
                200,
                issue(REFRESHED).put("refresh_token", next).put("refresh_token_expires_in", REFRESH_TOKEN_SECONDS));
    }

    private ObjectNode issue(Duration life) {
        String token = "shpat_" + UUID.randomUUID();
        expiryByToken.put(token, clock.instant().plus(life));
        return JsonNodeFactory.instance
                .objectNode()
                .put("access_token", token)
                .put("scope", String.join(",", AppTypes.SCOPES))
                .put("expires_in", life.toSeconds());
    }

    private static HttpAnswer refused(String error, String description) {
        return HttpAnswer.json(400, Map.of("error", error, "error_description", description));
    }
}
