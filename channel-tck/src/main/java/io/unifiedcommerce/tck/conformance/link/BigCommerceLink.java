package io.unifiedcommerce.tck.conformance.link;

import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.bigcommerce.BigCommerceSettings;
import io.unifiedcommerce.tck.fake.bigcommerce.FakeBigCommerce;
import io.unifiedcommerce.tck.fake.contract.BigCommerceContract;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** BigCommerce: the fake store and the published OpenAPI documents. */
public final class BigCommerceLink implements PlatformLink {
    /** Requests in 30 seconds of the Standard plan. */
    private static final int STANDARD = 150;

    @Override
    public String channel() {
        return "bigcommerce";
    }

    @Override
    public LinkedStore open(Clock clock) {
        return new Store(FakeBigCommerce.start(
                BigCommerceSettings.defaults().at(clock).allowing(STANDARD).retrying(List.of())));
    }

    @Override
    public List<ApiContract> contracts() {
        return List.of(new PublishedOpenApi(
                "REST API V2 and V3, published OpenAPI documents", "bigcommerce", BigCommerceContract::of));
    }

    /** One store. */
    private static final class Store extends FakeStore {
        private final FakeBigCommerce platform;

        Store(FakeBigCommerce platform) {
            super(platform, platform.settings().currency());
            this.platform = platform;
        }

        @Override
        public Map<String, String> options() {
            return Map.of(
                    "bigcommerce.api.url",
                    platform.baseUri().toString().replaceFirst("/stores/.*", ""),
                    "bigcommerce.store.hash",
                    platform.settings().storeHash(),
                    "bigcommerce.access.token",
                    platform.settings().accessToken(),
                    "bigcommerce.client.secret",
                    platform.settings().clientSecret(),
                    "bigcommerce.webhook.secret",
                    "old secret,new secret");
        }

        @Override
        boolean isWrite(HttpCall call) {
            return !call.method().equals("GET");
        }

        @Override
        Object writtenTo(long customerId) {
            return platform.attributes(customerId);
        }
    }
}
