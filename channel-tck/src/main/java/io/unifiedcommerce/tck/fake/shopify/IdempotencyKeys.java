package io.unifiedcommerce.tck.fake.shopify;

import graphql.execution.directives.QueryAppliedDirective;
import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Remembers keys for 24 hours: the same key with the same input is carried out once. */
final class IdempotencyKeys {
    private static final Duration REMEMBERED = Duration.ofHours(24);

    /** What came of a mutation; {@code value} is what a replay shows again. */
    record Outcome(Object value, List<Map<String, Object>> userErrors) {}

    private record Use(Instant at, Object input, Outcome outcome) {}

    private final Map<String, Use> uses = new LinkedHashMap<>();
    private final Clock clock;

    IdempotencyKeys(Clock clock) {
        this.clock = clock;
    }

    /**
     * Carries a mutation out unless its key was used already.
     *
     * @throws ShopifyError when the directive is missing or its key is blank
     */
    Outcome once(DataFetchingEnvironment call, Supplier<Outcome> mutation) {
        String key = key(call);
        Object input = List.of(call.getField().getName(), call.getArguments());
        Use before = begin(key, new Use(clock.instant(), input, null));
        if (before == null) {
            return carryOut(key, input, mutation);
        }
        if (!before.input().equals(input)) {
            return refused("IDEMPOTENCY_KEY_PARAMETER_MISMATCH", "The key was used with other parameters");
        }
        if (before.outcome() == null) {
            return refused("IDEMPOTENCY_CONCURRENT_REQUEST", "A request with this key is under way");
        }
        return before.outcome().userErrors().isEmpty()
                ? before.outcome()
                : refused("IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED", "The first request with this key failed");
    }

    private static Outcome refused(String code, String message) {
        return new Outcome(null, List.of(Payload.error(code, message)));
    }

    /** Notes the use of a key and gives the earlier use of it, null for none. */
    private Use begin(String key, Use use) {
        Instant horizon = use.at().minus(REMEMBERED);
        synchronized (uses) {
            // In the order of their first use, so that the expired ones come first.
            Iterator<Use> oldest = uses.values().iterator();
            while (oldest.hasNext() && oldest.next().at().isBefore(horizon)) {
                oldest.remove();
            }
            return uses.putIfAbsent(key, use);
        }
    }

    private Outcome carryOut(String key, Object input, Supplier<Outcome> mutation) {
        try {
            Outcome outcome = mutation.get();
            synchronized (uses) {
                uses.computeIfPresent(key, (same, begun) -> new Use(begun.at(), input, outcome));
            }
            return outcome;
        } catch (ShopifyError e) {
            // A malformed request is no attempt: the key stays fresh.
            synchronized (uses) {
                uses.remove(key);
            }
            throw e;
        }
    }

    private static String key(DataFetchingEnvironment call) {
        List<QueryAppliedDirective> directives = call.getQueryDirectives().getImmediateAppliedDirective("idempotent");
        String name = call.getField().getName();
        if (directives.isEmpty()) {
            throw new ShopifyError("BAD_REQUEST", "The @idempotent directive is required for this mutation: " + name);
        }
        String key = directives.get(0).getArgument("key").getValue();
        if (key == null || key.isBlank()) {
            throw new ShopifyError("BAD_REQUEST", "The idempotency key of " + name + " must not be blank");
        }
        return key;
    }
}
