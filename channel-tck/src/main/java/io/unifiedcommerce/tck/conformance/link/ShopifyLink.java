package io.unifiedcommerce.tck.conformance.link;

import io.unifiedcommerce.channel.read.Emission.ChannelRecord;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.shopify.FakeShopify;
import io.unifiedcommerce.tck.fake.shopify.ShopifySettings;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Shopify: the fake store, its schema, and the published schema of the Admin API. */
public final class ShopifyLink implements PlatformLink {
    /** Points a second of the Standard plan. */
    private static final int STANDARD = 100;

    @Override
    public String channel() {
        return "shopify";
    }

    @Override
    public LinkedStore open(Clock clock) {
        return new Store(FakeShopify.start(
                ShopifySettings.defaults().at(clock).restoring(STANDARD).retrying(List.of())));
    }

    @Override
    public List<ApiContract> contracts() {
        return List.of(
                GraphqlContract.ofResource("the fake store's schema", FakeShopify.class, "admin-subset.graphqls"),
                new PublishedGraphql("Admin API 2026-07, published schema", "shopify/admin-2026-07.schema.graphql"));
    }

    /** One store. */
    private static final class Store extends FakeStore {
        private final FakeShopify platform;

        Store(FakeShopify platform) {
            super(platform, platform.settings().currency());
            this.platform = platform;
        }

        @Override
        public Map<String, String> options() {
            return Map.of(
                    "shopify.store.url",
                    platform.baseUri().toString(),
                    "shopify.access.token",
                    platform.settings().accessToken(),
                    "shopify.client.secret",
                    platform.settings().clientSecret(),
                    "shopify.api.version",
                    "2026-07");
        }

        /** Shopify's webhooks tell the global id. */
        @Override
        public String webhookId(ChannelRecord record) {
            return record.value().get("id").toString();
        }

        @Override
        boolean isWrite(HttpCall call) {
            return call.text().contains("mutation");
        }

        @Override
        Object writtenTo(long customerId) {
            return platform.metafields(customerId);
        }
    }
}
