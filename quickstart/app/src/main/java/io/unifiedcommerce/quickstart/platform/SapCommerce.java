package io.unifiedcommerce.quickstart.platform;

import io.unifiedcommerce.tck.fake.sapcommerce.FakeSapCommerce;
import io.unifiedcommerce.tck.fake.sapcommerce.SapCommerceSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** SAP Commerce Cloud with one warehouse; returned goods are counted where they are received. */
public final class SapCommerce implements ShopPlatform {

    @Override
    public String channel() {
        return "sap-commerce";
    }

    @Override
    public String title() {
        return "SAP Commerce";
    }

    @Override
    public RunningShop open(Clock clock, long seed) {
        return new Installation(
                FakeSapCommerce.start(SapCommerceSettings.defaults().at(clock).seeded(seed)));
    }

    private record Installation(FakeSapCommerce platform) implements RunningShop {

        @Override
        public String currency() {
            return platform.settings().currency();
        }

        @Override
        public StockRole stock() {
            return StockRole.Told.at("wh_main", "CAS");
        }

        /** Changes are read ten seconds late, every five seconds. */
        @Override
        public Duration orderDelay() {
            return Duration.ofSeconds(17);
        }

        @Override
        public Map<String, String> options() {
            return Map.of(
                    "sap.api.url", platform.baseUri().toString(),
                    "sap.client.id", platform.settings().clientId(),
                    "sap.client.secret", platform.settings().clientSecret());
        }
    }
}
