package io.unifiedcommerce.tck.conformance.link;

import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.contract.SapCommerceContract;
import io.unifiedcommerce.tck.fake.sapcommerce.FakeSapCommerce;
import io.unifiedcommerce.tck.fake.sapcommerce.SapCommerceSettings;
import io.unifiedcommerce.tck.fake.shop.Records;
import io.unifiedcommerce.tck.fake.shop.Versioned;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** SAP Commerce Cloud: the fake installation, whose pages are short so that listings have several. */
public final class SapCommerceLink implements PlatformLink {
    private static final int SHORT_PAGES = 15;

    @Override
    public String channel() {
        return "sap-commerce";
    }

    @Override
    public LinkedStore open(Clock clock) {
        return new Store(
                FakeSapCommerce.start(SapCommerceSettings.defaults().at(clock).paging(SHORT_PAGES)));
    }

    @Override
    public List<ApiContract> contracts() {
        return List.of(new OfOcc(
                new PublishedOpenApi("OCC v2, published description", "sap-commerce", SapCommerceContract::of)));
    }

    /** Judges what is sent to OCC. What is sent to the Integration API only an installation's own $metadata could judge. */
    private record OfOcc(ApiContract.OfRequests judge) implements ApiContract.OfRequests {
        @Override
        public String name() {
            return judge.name();
        }

        @Override
        public Optional<String> unavailable() {
            return judge.unavailable();
        }

        @Override
        public List<String> problems(HttpCall request) {
            return SapCommerceContract.covers(request) ? judge.problems(request) : List.of();
        }
    }

    /** One installation. */
    private static final class Store extends FakeStore {
        private static final String WAREHOUSE = "wh_main";
        private static final long LOCATION = 1;

        private final FakeSapCommerce platform;

        Store(FakeSapCommerce platform) {
            super(platform, platform.settings().currency());
            this.platform = platform;
        }

        @Override
        public Map<String, String> options() {
            return Map.of(
                    "sap.api.url", platform.baseUri().toString(),
                    "sap.client.id", platform.settings().clientId(),
                    "sap.client.secret", platform.settings().clientSecret());
        }

        @Override
        public Map<String, Set<String>> listed() {
            var shop = platform.shop();
            Set<String> skus = shop.catalogue().variants().byId().values().stream()
                    .map(variant -> variant.sku())
                    .collect(Collectors.toSet());
            return Map.of(
                    "orders",
                    codes(shop.orders().records(), order -> String.format("%08d", order.number())),
                    "products",
                    skus,
                    "variants",
                    skus,
                    "customers",
                    codes(
                            shop.customers().records(),
                            customer -> customer.profile().email()),
                    "locations",
                    codes(shop.locations().records(), location -> location.code()));
        }

        private static <T extends Versioned> Set<String> codes(Records<T> records, Function<T, String> code) {
            return records.byId().values().stream().map(code).collect(Collectors.toSet());
        }

        @Override
        public StockedItem item() {
            return new StockedItem(super.item().sku(), WAREHOUSE);
        }

        @Override
        public long shown(StockedItem item) {
            return platform.shop().stock().available(item.sku(), LOCATION);
        }

        @Override
        public String customerId() {
            return platform.shop()
                    .customers()
                    .records()
                    .find(Long.parseLong(super.customerId()))
                    .orElseThrow()
                    .profile()
                    .email();
        }

        @Override
        boolean isWrite(HttpCall call) {
            return call.method().equals("PATCH");
        }

        @Override
        Object writtenTo(long customerId) {
            return platform.attributes(customerId);
        }
    }
}
