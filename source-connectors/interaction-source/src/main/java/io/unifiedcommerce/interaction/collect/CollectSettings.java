package io.unifiedcommerce.interaction.collect;

import java.time.Duration;

/**
 * How requests are answered.
 *
 * @param path what all paths begin with, without a slash at the end
 * @param originRequired whether a request without {@code Origin} is refused
 * @param maxBodyBytes a larger body gets 413, packed or unpacked
 * @param maxEvents a body with more gets 413
 * @param maxPending most requests that are read or wait for Kafka at once
 * @param ackTimeout how long a request waits for Kafka before it gets 503
 * @param clientIp what is kept of a visitor's address
 * @param userAgent whether the browser's name is kept
 */
public record CollectSettings(
        String path,
        boolean originRequired,
        int maxBodyBytes,
        int maxEvents,
        int maxPending,
        Duration ackTimeout,
        ClientIp clientIp,
        boolean userAgent) {

    /** What is kept of a visitor's address. */
    public enum ClientIp {
        DROP,
        TRUNCATE,
        KEEP;

        String of(IpAddress address) {
            return switch (this) {
                case DROP -> null;
                case TRUNCATE -> address.truncated().toString();
                case KEEP -> address.toString();
            };
        }
    }
}
