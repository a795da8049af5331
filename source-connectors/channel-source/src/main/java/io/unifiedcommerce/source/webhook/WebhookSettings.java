package io.unifiedcommerce.source.webhook;

import java.time.Duration;
import org.apache.kafka.common.config.types.Password;

/**
 * How the listener listens.
 *
 * @param port 0 for any free one
 * @param path the only path it answers
 * @param maxBodyBytes a larger body gets 413
 * @param ackTimeout how long a notification waits for Kafka before it gets 503
 * @param maxPending most notifications that wait at once
 * @param keyStore null for plain HTTP
 * @param keyStorePassword null where the key store has none
 */
public record WebhookSettings(
        String bindHost,
        int port,
        String path,
        int maxBodyBytes,
        Duration ackTimeout,
        int maxPending,
        String keyStore,
        Password keyStorePassword) {}
