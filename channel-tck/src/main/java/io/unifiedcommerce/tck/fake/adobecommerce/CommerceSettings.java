package io.unifiedcommerce.tck.fake.adobecommerce;

import java.time.Clock;

/**
 * How a fake shop is set up.
 *
 * @param integration keys of the one integration
 * @param ims credentials for the token endpoint beside the shop; the shop takes its tokens too
 * @param integrationAsBearer the setting {@code oauth/consumer/enable_integration_as_bearer}, off since 2.4.4
 * @param maxPageSize largest page that input limits allow
 * @param currency ISO 4217
 * @param seed of random faults
 */
public record CommerceSettings(
        Integration integration,
        Ims ims,
        boolean integrationAsBearer,
        int maxPageSize,
        String currency,
        Clock clock,
        long seed) {
    private static final int LIMIT = 300;

    /** Keys of an integration. */
    public record Integration(String consumerKey, String consumerSecret, String accessToken, String tokenSecret) {}

    /** A server-to-server credential. */
    public record Ims(String clientId, String clientSecret, String organization) {}

    /** A shop in euros on the system clock, with input limits and without bearer tokens. */
    public static CommerceSettings defaults() {
        return new CommerceSettings(
                new Integration("ck-fake", "cs-fake", "at-fake", "ts-fake"),
                new Ims("ims-client", "ims-secret", "ORG@AdobeOrg"),
                false,
                LIMIT,
                "EUR",
                Clock.systemUTC(),
                1);
    }

    public CommerceSettings at(Clock newClock) {
        return new CommerceSettings(integration, ims, integrationAsBearer, maxPageSize, currency, newClock, seed);
    }

    public CommerceSettings seeded(long newSeed) {
        return new CommerceSettings(integration, ims, integrationAsBearer, maxPageSize, currency, clock, newSeed);
    }

    /** The same shop with the setting for bearer tokens on. */
    public CommerceSettings takingBearers() {
        return new CommerceSettings(integration, ims, true, maxPageSize, currency, clock, seed);
    }
}
