package io.unifiedcommerce.tck.conformance.link;

import io.unifiedcommerce.channel.read.Emission.ChannelRecord;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.lightspeed.FakeLightspeedX;
import io.unifiedcommerce.tck.fake.lightspeed.LightspeedXSettings;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lightspeed Retail X-Series: the fake store. */
public final class LightspeedXLink implements PlatformLink {
    @Override
    public String channel() {
        return "lightspeed-x";
    }

    @Override
    public LinkedStore open(Clock clock) {
        return new Store(FakeLightspeedX.start(
                LightspeedXSettings.defaults().at(clock).withRegisters(1).retrying(List.of())));
    }

    @Override
    public List<ApiContract> contracts() {
        return List.of();
    }

    /** One store. Its ids are UUIDs. */
    private static final class Store extends FakeStore {
        private final FakeLightspeedX platform;

        Store(FakeLightspeedX platform) {
            super(platform, platform.settings().currency());
            this.platform = platform;
        }

        @Override
        public Map<String, String> options() {
            return Map.of(
                    "lightspeed.x.store.url",
                    platform.baseUri().toString(),
                    "lightspeed.x.access.token",
                    platform.settings().personalToken(),
                    "lightspeed.x.client.secret",
                    platform.settings().clientSecret(),
                    "lightspeed.x.currency",
                    platform.settings().currency());
        }

        @Override
        public Map<String, Set<String>> listed() {
            Shop shop = platform.shop();
            Set<String> products = shop.catalogue().variants().byId().keySet().stream()
                    .map(FakeLightspeedX::productId)
                    .collect(Collectors.toSet());
            Set<String> sales = shop.orders().records().byId().values().stream()
                    .flatMap(order -> Stream.concat(
                            Stream.of(FakeLightspeedX.saleId(order.id())),
                            order.refunds().stream().map(refund -> FakeLightspeedX.returnId(refund.id()))))
                    .collect(Collectors.toCollection(HashSet::new));
            return Map.of(
                    "orders", sales,
                    "products", products,
                    "variants", products,
                    "customers", ids(super.listed().get("customers"), FakeLightspeedX::customerId),
                    "locations", ids(super.listed().get("locations"), FakeLightspeedX::outletId));
        }

        private static Set<String> ids(Set<String> numbers, LongFunction<String> id) {
            return numbers.stream()
                    .map(number -> id.apply(Long.parseLong(number)))
                    .collect(Collectors.toSet());
        }

        /** A webhook tells the product whose level changed. */
        @Override
        public String webhookId(ChannelRecord record) {
            return record.stream().equals("inventory_levels")
                    ? record.value().get("product_id").toString()
                    : record.id();
        }

        @Override
        public StockedItem item() {
            return new StockedItem(StoreKeeper.SKU, FakeLightspeedX.outletId(1));
        }

        /** What waits for its buyer is still in the level. */
        @Override
        public long shown(StockedItem item) {
            Shop shop = platform.shop();
            return shop.stock()
                    .level(shop.catalogue().onlyBySku(item.sku()).itemId(), FakeLightspeedX.location(item.locationId()))
                    .map(level -> level.available() + level.committed())
                    .orElse(0L);
        }

        @Override
        public String customerId() {
            return FakeLightspeedX.customerId(Long.parseLong(super.customerId()));
        }

        @Override
        boolean isWrite(HttpCall call) {
            return !call.method().equals("GET") && !call.path().endsWith("/inventory");
        }

        @Override
        Object writtenTo(long customerId) {
            return platform.customFields(customerId);
        }
    }
}
