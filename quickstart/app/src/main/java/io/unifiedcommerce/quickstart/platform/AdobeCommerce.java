package io.unifiedcommerce.quickstart.platform;

import io.unifiedcommerce.tck.fake.adobecommerce.CommerceSettings;
import io.unifiedcommerce.tck.fake.adobecommerce.FakeCommerce;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Adobe Commerce is told what its website may sell; which that is it tells nobody, so the figure is written as it must be. */
public final class AdobeCommerce implements ShopPlatform {

    @Override
    public String channel() {
        return "adobe-commerce";
    }

    @Override
    public String title() {
        return "Adobe Commerce";
    }

    @Override
    public RunningShop open(Clock clock, long seed) {
        return new Store(
                FakeCommerce.start(CommerceSettings.defaults().at(clock).seeded(seed)));
    }

    private record Store(FakeCommerce platform) implements RunningShop {

        @Override
        public String currency() {
            return platform.settings().currency();
        }

        @Override
        public StockRole stock() {
            return new StockRole.Told("default", "SET", "website:base");
        }

        /** Changes are read a minute late, every quarter of a minute. */
        @Override
        public Duration orderDelay() {
            return Duration.ofSeconds(80);
        }

        @Override
        public Map<String, String> options() {
            CommerceSettings.Integration keys = platform.settings().integration();
            return Map.of(
                    "adobe-commerce.rest.url", platform.baseUri().toString(),
                    "adobe-commerce.consumer.key", keys.consumerKey(),
                    "adobe-commerce.consumer.secret", keys.consumerSecret(),
                    "adobe-commerce.access.token", keys.accessToken(),
                    "adobe-commerce.access.token.secret", keys.tokenSecret());
        }
    }
}
