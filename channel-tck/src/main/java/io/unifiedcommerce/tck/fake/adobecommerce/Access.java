package io.unifiedcommerce.tck.fake.adobecommerce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Who may come in: an integration that signs, its bare token where the shop allows that, or a token of IMS. */
final class Access {
    /** Adobe's tokens live a day. */
    private static final Duration LIFE = Duration.ofSeconds(86399);

    private final CommerceSettings settings;
    private final Set<String> nonces = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger issued = new AtomicInteger();

    Access(CommerceSettings settings) {
        this.settings = settings;
    }

    /**
     * Judges a request to the shop.
     *
     * @param url address without query, as the client sent it
     */
    void check(HttpCall call, String url) {
        String told = call.header("authorization").orElse("");
        if (told.startsWith("OAuth ")) {
            SignedRequest.parse(told).check(call, url, settings, nonces);
        } else if (told.startsWith("Bearer ")) {
            bearer(call, told.substring("Bearer ".length()));
        } else {
            throw unauthorized();
        }
    }

    private void bearer(HttpCall call, String token) {
        boolean integration = token.equals(settings.integration().accessToken());
        if (integration && settings.integrationAsBearer()) {
            return;
        }
        Instant end = tokens.get(token);
        boolean ours = call.header("x-api-key").orElse("").equals(settings.ims().clientId())
                && call.header("x-gw-ims-org-id")
                        .orElse("")
                        .equals(settings.ims().organization());
        if (end == null || !settings.clock().instant().isBefore(end) || !ours) {
            throw unauthorized();
        }
    }

    /** The same words for a token that is wrong, switched off, or lacks a resource. */
    static CommerceError unauthorized() {
        return new CommerceError(
                401, "The consumer isn't authorized to access %resources.", "Magento_Sales::actions_view");
    }

    /** All tokens of IMS end now. */
    void expireTokens() {
        tokens.clear();
    }

    /** POST /ims/token/v3. */
    HttpAnswer token(HttpCall call) {
        Map<String, String> form = call.form();
        if (!"client_credentials".equals(form.get("grant_type"))
                || !settings.ims().clientId().equals(form.get("client_id"))
                || !settings.ims().clientSecret().equals(form.get("client_secret"))
                || !form.getOrDefault("scope", "").contains("commerce.accs")) {
            return HttpAnswer.json(400, JsonNodeFactory.instance.objectNode().put("error", "invalid_client"));
        }
        String token = "ims-token-" + issued.incrementAndGet();
        tokens.put(token, settings.clock().instant().plus(LIFE));
        return HttpAnswer.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("access_token", token)
                        .put("token_type", "bearer")
                        .put("expires_in", LIFE.toSeconds()));
    }
}
