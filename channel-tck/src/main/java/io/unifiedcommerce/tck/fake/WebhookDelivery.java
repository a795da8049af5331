package io.unifiedcommerce.tck.fake;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One attempt to deliver a webhook.
 *
 * @param attempt 1 for the first
 * @param status 0 when there was no answer
 * @param took from sending to the answer, or to giving it up
 */
public record WebhookDelivery(
        String subscription,
        String topic,
        URI destination,
        Map<String, String> headers,
        String body,
        int attempt,
        int status,
        Duration took) {
    public boolean acknowledged() {
        return status >= 200 && status < 300;
    }
}
