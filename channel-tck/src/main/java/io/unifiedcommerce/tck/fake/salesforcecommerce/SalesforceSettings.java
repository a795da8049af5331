package io.unifiedcommerce.tck.fake.salesforcecommerce;

import java.time.Clock;
import java.util.Set;

/**
 * How a fake tenant of Salesforce B2C Commerce is set up.
 *
 * @param scopes what the API client may ask for
 * @param currency ISO 4217
 * @param seed of random faults
 */
public record SalesforceSettings(
        String tenantId,
        String siteId,
        String customerListId,
        String tenantGroupId,
        String clientId,
        String clientSecret,
        Set<String> scopes,
        String currency,
        Clock clock,
        long seed) {

    /** A sandbox in euros on the system clock, whose client may do all that the connectors do. */
    public static SalesforceSettings defaults() {
        return new SalesforceSettings(
                "abcd_001",
                "RefArch",
                "RefArch",
                "tg_abcd_001",
                "c11e7000-0000-4000-8000-000000000001",
                "am-secret+1",
                Set.of(
                        "sfcc.orders",
                        "sfcc.products",
                        "sfcc.customerlists.rw",
                        "sfcc.inventory.availability.rw",
                        "sfcc.inventory.impex-inventory",
                        "sfcc.inventory.impex-graphs"),
                "EUR",
                Clock.systemUTC(),
                1);
    }

    public SalesforceSettings at(Clock newClock) {
        return new SalesforceSettings(
                tenantId,
                siteId,
                customerListId,
                tenantGroupId,
                clientId,
                clientSecret,
                scopes,
                currency,
                newClock,
                seed);
    }

    public SalesforceSettings seeded(long newSeed) {
        return new SalesforceSettings(
                tenantId,
                siteId,
                customerListId,
                tenantGroupId,
                clientId,
                clientSecret,
                scopes,
                currency,
                clock,
                newSeed);
    }

    String organizationId() {
        return "f_ecom_" + tenantId;
    }
}
