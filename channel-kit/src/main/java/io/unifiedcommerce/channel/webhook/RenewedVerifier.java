package io.unifiedcommerce.channel.webhook;

import io.unifiedcommerce.channel.manifest.SubscriptionSpec;
import io.unifiedcommerce.channel.manifest.WebhookSpec;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Verifies with the keys that the platform told last, where it makes them itself: they are asked for anew in each round and kept
 * nowhere but here. A key that the user set counts beside them. Safe for use by several threads.
 */
public final class RenewedVerifier implements WebhookVerifier {
    private final WebhookSpec spec;
    private final Map<String, String> options;
    private final Clock clock;
    private volatile WebhookVerifier current;

    /**
     * @param options option values by configuration key, and the address that notifications go to
     * @param managed whether the platform will be asked for its keys
     * @throws IllegalArgumentException when an option is not set that nobody will tell
     */
    public RenewedVerifier(WebhookSpec spec, Map<String, String> options, boolean managed, Clock clock) {
        this.spec = spec;
        this.options = Map.copyOf(options);
        this.clock = clock;
        SubscriptionSpec.Key key =
                managed && spec.subscriptions() != null ? spec.subscriptions().key() : null;
        if (key != null && options.getOrDefault(key.option(), "").isEmpty()) {
            // Refused notifications are delivered again, and polling goes on.
            current = (headers, body) -> Verdict.refused("the platform has not told its key yet");
        } else {
            current = WebhookVerifier.of(spec.verify(), options, clock);
        }
    }

    /** Takes the keys that the platform told; without any nothing changes. */
    public void renew(List<String> keys) {
        if (!keys.isEmpty()) {
            String option = spec.subscriptions().key().option();
            String all = String.join(",", keys);
            Map<String, String> renewed = new HashMap<>(options);
            renewed.merge(option, all, (set, told) -> set + "," + told);
            current = WebhookVerifier.of(spec.verify(), renewed, clock);
        }
    }

    @Override
    public Verdict verify(Map<String, String> headers, byte[] body) {
        return current.verify(headers, body);
    }
}
