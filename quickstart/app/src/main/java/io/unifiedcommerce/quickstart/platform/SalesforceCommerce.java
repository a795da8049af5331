package io.unifiedcommerce.quickstart.platform;

import io.unifiedcommerce.tck.fake.salesforcecommerce.FakeSalesforceCommerce;
import io.unifiedcommerce.tck.fake.salesforcecommerce.SalesforceSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** A site of Salesforce B2C Commerce that keeps its stock in a native inventory list. Its APIs know no refunds. */
public final class SalesforceCommerce implements ShopPlatform {

    @Override
    public String channel() {
        return "salesforce-commerce";
    }

    @Override
    public String title() {
        return "Salesforce B2C";
    }

    @Override
    public RunningShop open(Clock clock, long seed) {
        return new Site(FakeSalesforceCommerce.start(
                SalesforceSettings.defaults().at(clock).seeded(seed)));
    }

    private record Site(FakeSalesforceCommerce platform) implements RunningShop {

        @Override
        public String currency() {
            return platform.settings().currency();
        }

        /** A list is looked through once an hour: the figure is written as it must be, whatever was there. */
        @Override
        public StockRole stock() {
            return StockRole.Told.at(platform.placeId(1), "SET");
        }

        /** Changes are read a minute late, every ten seconds. */
        @Override
        public Duration orderDelay() {
            return Duration.ofSeconds(75);
        }

        @Override
        public Map<String, String> options() {
            SalesforceSettings settings = platform.settings();
            return Map.of(
                    "salesforce.api.url", platform.baseUri().toString(),
                    "salesforce.instance.url", platform.baseUri().toString(),
                    "salesforce.tenant.id", settings.tenantId(),
                    "salesforce.site.id", settings.siteId(),
                    "salesforce.customer.list.id", settings.customerListId(),
                    "salesforce.client.id", settings.clientId(),
                    "salesforce.client.secret", settings.clientSecret());
        }

        @Override
        public Map<String, String> additions() {
            return Map.of("salesforce.account.manager.url", platform.baseUri().toString());
        }
    }
}
