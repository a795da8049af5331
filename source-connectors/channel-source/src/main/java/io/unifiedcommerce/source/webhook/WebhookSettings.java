package io.unifiedcommerce.source.webhook;

import io.unifiedcommerce.sourcekit.ListenerSettings;
import java.time.Duration;

/**
 * How webhooks are received.
 *
 * @param path the only path that is answered
 * @param maxBodyBytes a larger body gets 413
 * @param ackTimeout how long a notification waits for Kafka before it gets 503
 * @param maxPending most notifications that wait at once
 */
public record WebhookSettings(
        ListenerSettings listener, String path, int maxBodyBytes, Duration ackTimeout, int maxPending) {}
