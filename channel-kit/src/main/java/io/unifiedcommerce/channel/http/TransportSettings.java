package io.unifiedcommerce.channel.http;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.config.types.Password;

/**
 * How the platform is reached; the same for all channels. Certificates are always verified: whoever has one of their
 * own gives a trust store.
 *
 * @param connectTimeout until the connection stands
 * @param readTimeout longest silence of the platform
 * @param callTimeout for a whole request, from the look-up of the host's name to the last byte of the answer
 * @param maxElapsed how long a call may take with all its waits and retries before it fails; zero for a single try
 * @param proxy HTTP proxy, unresolved; null for the JVM's own setting
 * @param trustStore certificates that are trusted; null for those of the JVM
 * @param userAgent what we call ourselves
 */
public record TransportSettings(
        Duration connectTimeout,
        Duration readTimeout,
        Duration callTimeout,
        Duration maxElapsed,
        InetSocketAddress proxy,
        TrustStore trustStore,
        String userAgent) {

    private static final String USER_AGENT = "Unified-Commerce-Connect";

    /** A PKCS12 or JKS file that is read when the client is made. */
    public record TrustStore(Path location, Password password) {}

    /** Without proxy and trust store. */
    public static TransportSettings of(
            Duration connectTimeout, Duration readTimeout, Duration callTimeout, Duration maxElapsed) {
        return new TransportSettings(connectTimeout, readTimeout, callTimeout, maxElapsed, null, null, USER_AGENT);
    }

    /** The same way to the platform, by this proxy. */
    public TransportSettings through(InetSocketAddress httpProxy) {
        return new TransportSettings(
                connectTimeout, readTimeout, callTimeout, maxElapsed, httpProxy, trustStore, userAgent);
    }

    /** The same way to the platform, with these certificates. */
    public TransportSettings trusting(TrustStore store) {
        return new TransportSettings(connectTimeout, readTimeout, callTimeout, maxElapsed, proxy, store, userAgent);
    }

    /** The same way to the platform for a question that nobody waits for longer than this; tried once. */
    public TransportSettings onceWithin(Duration limit) {
        return new TransportSettings(
                shorter(connectTimeout, limit),
                shorter(readTimeout, limit),
                shorter(callTimeout, limit),
                Duration.ZERO,
                proxy,
                trustStore,
                userAgent);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
