package io.unifiedcommerce.sourcekit;

import org.apache.kafka.common.config.types.Password;

/**
 * Where a listener listens, and to how many.
 *
 * @param port 0 for any free one
 * @param connections most connections that are open at once
 * @param keyStore null for plain HTTP
 * @param keyStorePassword null where the key store has none
 */
public record ListenerSettings(
        String bindHost, int port, int connections, String keyStore, Password keyStorePassword) {}
