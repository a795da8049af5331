package io.unifiedcommerce.tck.fake.sapcommerce;

import java.time.Clock;
import java.time.Duration;

/**
 * How a fake SAP Commerce installation is set up.
 *
 * @param currency ISO 4217
 * @param tokenLife how long an access token is good for
 * @param largestPage most entities of a page, whatever is asked for
 * @param callsUntilRefusal calls within five seconds before the gateway refuses; 0 for no limit
 * @param seed of random faults
 */
public record SapCommerceSettings(
        String clientId,
        String clientSecret,
        String currency,
        Duration tokenLife,
        int largestPage,
        int callsUntilRefusal,
        Clock clock,
        long seed) {

    /** An installation in euros on the system clock, without a limit at the gateway. */
    public static SapCommerceSettings defaults() {
        return new SapCommerceSettings(
                "uc-client", "uc-client-secret", "EUR", Duration.ofHours(12), 1000, 0, Clock.systemUTC(), 1);
    }

    public SapCommerceSettings at(Clock newClock) {
        return new SapCommerceSettings(
                clientId, clientSecret, currency, tokenLife, largestPage, callsUntilRefusal, newClock, seed);
    }

    public SapCommerceSettings seeded(long newSeed) {
        return new SapCommerceSettings(
                clientId, clientSecret, currency, tokenLife, largestPage, callsUntilRefusal, clock, newSeed);
    }

    public SapCommerceSettings paging(int newLargestPage) {
        return new SapCommerceSettings(
                clientId, clientSecret, currency, tokenLife, newLargestPage, callsUntilRefusal, clock, seed);
    }

    public SapCommerceSettings refusingAfter(int newCallsUntilRefusal) {
        return new SapCommerceSettings(
                clientId, clientSecret, currency, tokenLife, largestPage, newCallsUntilRefusal, clock, seed);
    }

    public SapCommerceSettings renewingTokensAfter(Duration newTokenLife) {
        return new SapCommerceSettings(
                clientId, clientSecret, currency, newTokenLife, largestPage, callsUntilRefusal, clock, seed);
    }
}
