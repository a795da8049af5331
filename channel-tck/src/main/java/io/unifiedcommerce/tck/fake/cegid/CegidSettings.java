package io.unifiedcommerce.tck.fake.cegid;

import java.time.Clock;
import java.time.ZoneId;

/**
 * How a fake Y2 site is set up.
 *
 * @param calls in ten seconds; the real limit is not known
 * @param currency ISO 4217
 * @param zone in which documents have their day
 * @param seed of random faults
 */
public record CegidSettings(
        String databaseId,
        String user,
        String password,
        int calls,
        String currency,
        ZoneId zone,
        Clock clock,
        long seed) {

    /** A site in euros on the system clock. */
    public static CegidSettings defaults() {
        return new CegidSettings(
                "12345678_001_TEST",
                "apiuser",
                "cegid-password",
                20,
                "EUR",
                ZoneId.of("Europe/Paris"),
                Clock.systemUTC(),
                1);
    }

    public CegidSettings at(Clock newClock) {
        return new CegidSettings(databaseId, user, password, calls, currency, zone, newClock, seed);
    }

    public CegidSettings seeded(long newSeed) {
        return new CegidSettings(databaseId, user, password, calls, currency, zone, clock, newSeed);
    }
}
