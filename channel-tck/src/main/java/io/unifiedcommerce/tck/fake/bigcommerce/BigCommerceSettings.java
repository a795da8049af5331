package io.unifiedcommerce.tck.fake.bigcommerce;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a fake BigCommerce store is set up.
 *
 * @param clientSecret key of webhook signatures
 * @param requestsPerWindow quota of each 30 s window
 * @param currency ISO 4217
 * @param seed of random faults
 * @param webhookRetries pauses before further attempts, real time
 */
public record BigCommerceSettings(
        String storeHash,
        String accessToken,
        String clientId,
        String clientSecret,
        int requestsPerWindow,
        String currency,
        Clock clock,
        long seed,
        List<Duration> webhookRetries) {
    /** Pauses in seconds from the HTTPS webhook overview in BigCommerce's docs. */
    private static final List<Integer> RETRY_SECONDS =
            List.of(60, 180, 300, 600, 900, 1800, 3600, 7200, 21600, 50400, 86400);

    private static final int PRO_PLAN = 450;
    private static final int HURRY = 2000;

    /** A Pro store in euros on the system clock; webhook retries come 2000 times faster than the real ones. */
    public static BigCommerceSettings defaults() {
        Stream<Duration> hurried = RETRY_SECONDS.stream().map(seconds -> Duration.ofMillis(seconds * 1000L / HURRY));
        return new BigCommerceSettings(
                "abc123",
                "bc-access-token",
                "bc-client-id",
                "bc-client-secret",
                PRO_PLAN,
                "EUR",
                Clock.systemUTC(),
                1,
                hurried.toList());
    }

    public BigCommerceSettings at(Clock newClock) {
        return new BigCommerceSettings(
                storeHash,
                accessToken,
                clientId,
                clientSecret,
                requestsPerWindow,
                currency,
                newClock,
                seed,
                webhookRetries);
    }

    public BigCommerceSettings allowing(int newRequestsPerWindow) {
        return new BigCommerceSettings(
                storeHash,
                accessToken,
                clientId,
                clientSecret,
                newRequestsPerWindow,
                currency,
                clock,
                seed,
                webhookRetries);
    }

    public BigCommerceSettings seeded(long newSeed) {
        return new BigCommerceSettings(
                storeHash,
                accessToken,
                clientId,
                clientSecret,
                requestsPerWindow,
                currency,
                clock,
                newSeed,
                webhookRetries);
    }

    public BigCommerceSettings retrying(List<Duration> newWebhookRetries) {
        return new BigCommerceSettings(
                storeHash,
                accessToken,
                clientId,
                clientSecret,
                requestsPerWindow,
                currency,
                clock,
                seed,
                newWebhookRetries);
    }
}
