package io.unifiedcommerce.tck.fake.square;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a fake Square seller is set up.
 *
 * @param signatureKey key of webhook signatures
 * @param callsPerSecond what is served in each second; the real limit is not published
 * @param currency ISO 4217
 * @param seed of random faults
 * @param webhookRetries pauses before further attempts, real time
 */
public record SquareSettings(
        String accessToken,
        String applicationId,
        String signatureKey,
        int callsPerSecond,
        String currency,
        Clock clock,
        long seed,
        List<Duration> webhookRetries) {
    /** Pauses in minutes, from Square's webhook overview. */
    private static final List<Integer> RETRY_MINUTES = List.of(1, 2, 4, 8, 16, 32, 60, 120, 240, 480, 480);

    private static final int HURRY = 2000;
    private static final int GENEROUS = 100;

    /** A seller in euros on the system clock; webhook retries come 2000 times faster than the real ones. */
    public static SquareSettings defaults() {
        Stream<Duration> hurried = RETRY_MINUTES.stream().map(minutes -> Duration.ofMillis(minutes * 60_000L / HURRY));
        return new SquareSettings(
                "sq-access-token",
                "sq0idp-app",
                "sq-signature-key",
                GENEROUS,
                "EUR",
                Clock.systemUTC(),
                1,
                hurried.toList());
    }

    public SquareSettings at(Clock newClock) {
        return new SquareSettings(
                accessToken, applicationId, signatureKey, callsPerSecond, currency, newClock, seed, webhookRetries);
    }

    /** @param newWebhookRetries pauses before further attempts, real time */
    public SquareSettings retrying(List<Duration> newWebhookRetries) {
        return new SquareSettings(
                accessToken, applicationId, signatureKey, callsPerSecond, currency, clock, seed, newWebhookRetries);
    }

    public SquareSettings seeded(long newSeed) {
        return new SquareSettings(
                accessToken, applicationId, signatureKey, callsPerSecond, currency, clock, newSeed, webhookRetries);
    }

    public SquareSettings allowing(int newCallsPerSecond) {
        return new SquareSettings(
                accessToken, applicationId, signatureKey, newCallsPerSecond, currency, clock, seed, webhookRetries);
    }
}
