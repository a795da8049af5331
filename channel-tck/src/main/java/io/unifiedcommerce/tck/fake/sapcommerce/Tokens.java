package io.unifiedcommerce.tck.fake.sapcommerce;

import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The authorization server. A token that is still good is given again, with the life that it has left. */
final class Tokens {
    private final SapCommerceSettings settings;
    private int issued;
    private String current;
    private Instant expiresAt = Instant.MIN;

    Tokens(SapCommerceSettings settings) {
        this.settings = settings;
    }

    synchronized HttpAnswer issue(HttpCall call) {
        Map<String, String> form = form(call.text());
        boolean known = settings.clientId().equals(form.get("client_id"))
                && settings.clientSecret().equals(form.get("client_secret"));
        if (!known) {
            return HttpAnswer.json(
                    401, Map.of("error", "invalid_client", "error_description", "Bad client credentials"));
        }
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return HttpAnswer.json(400, Map.of("error", "unsupported_grant_type"));
        }
        Instant now = settings.clock().instant();
        if (!now.isBefore(expiresAt)) {
            current = "uc-token-" + ++issued;
            expiresAt = now.plus(settings.tokenLife());
        }
        return HttpAnswer.json(
                200,
                Map.of(
                        "access_token",
                        current,
                        "token_type",
                        "bearer",
                        "expires_in",
                        Duration.between(now, expiresAt).toSeconds(),
                        "scope",
                        "basic openid"));
    }

    /** An operator takes the token back. */
    synchronized void revoke() {
        expiresAt = Instant.MIN;
    }

    synchronized boolean accepts(HttpCall call) {
        return current != null
                && settings.clock().instant().isBefore(expiresAt)
                && call.header("authorization").equals(Optional.of("Bearer " + current));
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }
}
