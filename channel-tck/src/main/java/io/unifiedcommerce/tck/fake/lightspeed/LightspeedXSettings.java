package io.unifiedcommerce.tck.fake.lightspeed;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a fake X-Series store is set up.
 *
 * @param personalToken accepted always
 * @param refreshToken the first refresh token of the app; each is good for one time
 * @param tokenLife life of the app's access tokens
 * @param registers tills of the store: each adds 300 calls to those allowed in five minutes
 * @param largestPage records of a page that is asked for more, as platforms cut pages silently
 * @param currency ISO 4217
 * @param seed of random faults
 * @param webhookRetries pauses before further attempts, real time
 */
public record LightspeedXSettings(
        String personalToken,
        String clientId,
        String clientSecret,
        String refreshToken,
        Duration tokenLife,
        int registers,
        int largestPage,
        String currency,
        Clock clock,
        long seed,
        List<Duration> webhookRetries) {
    private static final int HURRY = 2000;

    /** A store in euros with five tills on the system clock; webhook retries come 2000 times faster than the real ones. */
    public static LightspeedXSettings defaults() {
        List<Duration> retries = IntStream.rangeClosed(1, 20)
                .mapToObj(attempt -> Duration.ofMinutes(15L * attempt).dividedBy(HURRY))
                .toList();
        return new LightspeedXSettings(
                "ls-personal-token",
                "ls-client-id",
                "ls-client-secret",
                "ls-first-refresh-token",
                Duration.ofDays(1),
                5,
                150,
                "EUR",
                Clock.systemUTC(),
                1,
                retries);
    }

    public LightspeedXSettings at(Clock newClock) {
        return new LightspeedXSettings(
                personalToken,
                clientId,
                clientSecret,
                refreshToken,
                tokenLife,
                registers,
                largestPage,
                currency,
                newClock,
                seed,
                webhookRetries);
    }

    /** @param newWebhookRetries pauses before further attempts, real time */
    public LightspeedXSettings retrying(List<Duration> newWebhookRetries) {
        return new LightspeedXSettings(
                personalToken,
                clientId,
                clientSecret,
                refreshToken,
                tokenLife,
                registers,
                largestPage,
                currency,
                clock,
                seed,
                newWebhookRetries);
    }

    public LightspeedXSettings seeded(long newSeed) {
        return new LightspeedXSettings(
                personalToken,
                clientId,
                clientSecret,
                refreshToken,
                tokenLife,
                registers,
                largestPage,
                currency,
                clock,
                newSeed,
                webhookRetries);
    }

    public LightspeedXSettings withRegisters(int newRegisters) {
        return new LightspeedXSettings(
                personalToken,
                clientId,
                clientSecret,
                refreshToken,
                tokenLife,
                newRegisters,
                largestPage,
                currency,
                clock,
                seed,
                webhookRetries);
    }

    /** Requests allowed in five minutes. */
    int allowance() {
        return 300 * registers + 50;
    }
}
