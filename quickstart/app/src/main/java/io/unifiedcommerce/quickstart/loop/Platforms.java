package io.unifiedcommerce.quickstart.loop;

import io.unifiedcommerce.quickstart.scenario.OnlineShop;
import io.unifiedcommerce.quickstart.scenario.SalesChannel;
import io.unifiedcommerce.tck.fake.FakePlatform;
import io.unifiedcommerce.tck.fake.bigcommerce.BigCommerceSettings;
import io.unifiedcommerce.tck.fake.bigcommerce.FakeBigCommerce;
import io.unifiedcommerce.tck.fake.shopify.FakeShopify;
import io.unifiedcommerce.tck.fake.shopify.ShopifySettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The two commerce platforms, in this process. */
record Platforms(FakeShopify shopify, FakeBigCommerce bigCommerce, ShopClock clock) implements AutoCloseable {

    /** The location that each platform has from the start. */
    private static final long LOCATION = 1;

    /** The Enterprise plan's seven million requests an hour, for each window of 30 s. */
    private static final int ENTERPRISE_PLAN = 58_000;

    /**
     * Shopify's eight retries, within a minute instead of four hours. With the fake's own haste a worker that is restarted
     * would lose its subscriptions, which no real restart does.
     */
    private static final List<Duration> SHOPIFY_RETRIES = Collections.nCopies(8, Duration.ofSeconds(8));

    /** @param seed of the faults that are drawn at random */
    static Platforms start(long seed) {
        ShopClock clock = new ShopClock(Clock.systemUTC());
        return new Platforms(
                FakeShopify.start(
                        ShopifySettings.defaults().at(clock).seeded(seed).retrying(SHOPIFY_RETRIES)),
                FakeBigCommerce.start(BigCommerceSettings.defaults()
                        .at(clock)
                        .allowing(ENTERPRISE_PLAN)
                        .seeded(seed)),
                clock);
    }

    Map<SalesChannel, OnlineShop> shops() {
        return Map.of(
                SalesChannel.SHOP_DE,
                new OnlineShop(
                        SalesChannel.SHOP_DE,
                        shopify.shop(),
                        LOCATION,
                        shopify.settings().currency()),
                SalesChannel.SHOP_US,
                new OnlineShop(
                        SalesChannel.SHOP_US,
                        bigCommerce.shop(),
                        LOCATION,
                        bigCommerce.settings().currency()));
    }

    List<FakePlatform> all() {
        return List.of(shopify, bigCommerce);
    }

    @Override
    public void close() {
        shopify.close();
        bigCommerce.close();
    }
}
