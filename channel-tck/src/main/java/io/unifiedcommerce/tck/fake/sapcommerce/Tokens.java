package io.unifiedcommerce.tck.fake.sapcommerce;

import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import java.time.Duration;
import java.time.Instant;
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
        Map<String, String> form = call.form();
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
}
