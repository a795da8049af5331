package io.unifiedcommerce.tck.fake.salesforcecommerce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.unifiedcommerce.tck.fake.Faults;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Gives access tokens of half an hour for client credentials, and knows what each may do. */
final class AccountManager {
    static final String PATH = "/dwsso/oauth2/access_token";
    private static final Duration LIFE = Duration.ofSeconds(1799);

    private final SalesforceSettings settings;
    private final Faults faults;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    private record Grant(Set<String> scopes, Instant expiresAt) {}

    AccountManager(SalesforceSettings settings, Faults faults) {
        this.settings = settings;
        this.faults = faults;
    }

    HttpAnswer token(HttpCall call) {
        Map<String, String> form = call.form();
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return error(400, "unsupported_grant_type");
        }
        if (!isClient(call, form)) {
            return error(401, "invalid_client");
        }
        Set<String> asked = new HashSet<>(
                Arrays.asList(form.getOrDefault("scope", "").trim().split(" +")));
        if (!asked.remove("SALESFORCE_COMMERCE_API:" + settings.tenantId())) {
            return error(400, "invalid_scope");
        }
        if (asked.stream().anyMatch(scope -> !allowed(settings.scopes(), scope) || faults.withdrawn(scope))) {
            return error(400, "invalid_scope");
        }
        String token = "am-" + UUID.randomUUID();
        grants.put(token, new Grant(asked, settings.clock().instant().plus(LIFE)));
        return HttpAnswer.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("access_token", token)
                        .put("token_type", "Bearer")
                        .put("expires_in", LIFE.toSeconds())
                        .put("scope", String.join(" ", asked)));
    }

    private boolean isClient(HttpCall call, Map<String, String> form) {
        String header = call.header("authorization").orElse("");
        if (!header.startsWith("Basic ")) {
            return settings.clientId().equals(form.get("client_id"))
                    && settings.clientSecret().equals(form.get("client_secret"));
        }
        String[] pair = new String(
                        Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8)
                .split(":", 2);
        return pair.length == 2
                && settings.clientId().equals(decoded(pair[0]))
                && settings.clientSecret().equals(decoded(pair[1]));
    }

    /** Tokens that are out stay out: the next call with one of them is refused. */
    void revokeAll() {
        grants.clear();
    }

    /** Whether the call carries a token that is good. */
    boolean knows(HttpCall call) {
        Grant grant = grant(call);
        return grant != null && settings.clock().instant().isBefore(grant.expiresAt());
    }

    /** Whether the call's token has a scope, or the same with the right to write. */
    boolean allows(HttpCall call, String scope) {
        return !faults.withdrawn(scope) && allowed(grant(call).scopes(), scope);
    }

    private static boolean allowed(Set<String> scopes, String scope) {
        return scopes.contains(scope) || scopes.contains(scope + ".rw");
    }

    private Grant grant(HttpCall call) {
        String header = call.header("authorization").orElse("");
        return header.startsWith("Bearer ") ? grants.get(header.substring("Bearer ".length())) : null;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static HttpAnswer error(int status, String code) {
        return HttpAnswer.json(
                status, JsonNodeFactory.instance.objectNode().put("error", code).put("error_description", code));
    }
}
