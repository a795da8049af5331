package io.unifiedcommerce.source.webhook;

import io.unifiedcommerce.channel.webhook.WebhookReader;
import io.unifiedcommerce.channel.webhook.WebhookVerifier;
import io.unifiedcommerce.sourcekit.HttpListener;
import java.util.function.Predicate;

/** The listener of one task's webhooks. */
public final class WebhookServer extends HttpListener {

    /**
     * Makes the server; it does not listen yet.
     *
     * @param name what its threads are called after
     * @param wanted whether a stream's records, or records inside them, are emitted
     */
    public WebhookServer(
            String name,
            WebhookSettings settings,
            WebhookVerifier verifier,
            WebhookReader reader,
            Predicate<String> wanted,
            WebhookInbox inbox,
            WebhookMeter meter) {
        super(name, settings.listener(), new WebhookHandler(settings, verifier, reader, wanted, inbox, meter));
    }
}
