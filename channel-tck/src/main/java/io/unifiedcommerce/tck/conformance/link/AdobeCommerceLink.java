package io.unifiedcommerce.tck.conformance.link;

import io.unifiedcommerce.channel.write.ProfileTraits;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.adobecommerce.CommerceSettings;
import io.unifiedcommerce.tck.fake.adobecommerce.FakeCommerce;
import io.unifiedcommerce.tck.fake.contract.AdobeCommerceContract;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Adobe Commerce (Magento): the fake shop and the published Swagger documents of each supported version. */
public final class AdobeCommerceLink implements PlatformLink {
    private static final List<String> DOCUMENTS = List.of(
            "admin-schema-2.4.6.yaml", "admin-schema-2.4.8.yaml", "admin-schema-2.4.9.yaml", "accs-schema.yaml");

    @Override
    public String channel() {
        return "adobe-commerce";
    }

    @Override
    public LinkedStore open(Clock clock) {
        return new Store(FakeCommerce.start(CommerceSettings.defaults().at(clock)));
    }

    @Override
    public List<ApiContract> contracts() {
        return DOCUMENTS.stream()
                .<ApiContract>map(document -> new PublishedOpenApi(
                        "REST API V1, published " + document,
                        "adobe-commerce",
                        folder -> AdobeCommerceContract.of(folder, document)))
                .toList();
    }

    /** One shop. */
    private static final class Store extends FakeStore {
        private final FakeCommerce platform;

        Store(FakeCommerce platform) {
            super(platform, platform.settings().currency());
            this.platform = platform;
            ProfileTraits.NAMES.forEach(trait -> platform.defineCustomerAttribute("uc_" + trait));
        }

        @Override
        public Map<String, String> options() {
            CommerceSettings.Integration keys = platform.settings().integration();
            return Map.of(
                    "adobe-commerce.rest.url",
                    platform.baseUri().toString(),
                    "adobe-commerce.consumer.key",
                    keys.consumerKey(),
                    "adobe-commerce.consumer.secret",
                    keys.consumerSecret(),
                    "adobe-commerce.access.token",
                    keys.accessToken(),
                    "adobe-commerce.access.token.secret",
                    keys.tokenSecret());
        }

        /** Each variant is a product of its own, and a source has a code. */
        @Override
        public Map<String, Set<String>> listed() {
            Map<String, Set<String>> listed = new HashMap<>(super.listed());
            Set<String> products = new HashSet<>(listed.get("products"));
            products.addAll(listed.get("variants"));
            listed.put("products", products);
            listed.put(
                    "locations",
                    platform.shop().locations().records().all().stream()
                            .map(FakeCommerce::sourceCode)
                            .collect(Collectors.toSet()));
            listed.put("shipments", shipments());
            return listed;
        }

        private Set<String> shipments() {
            return platform.shop().orders().records().all().stream()
                    .flatMap(order -> order.fulfilments().stream())
                    .map(fulfilment -> Long.toString(fulfilment.id()))
                    .collect(Collectors.toSet());
        }

        @Override
        public StockedItem item() {
            return new StockedItem(super.item().sku(), "website:base");
        }

        @Override
        public long shown(StockedItem item) {
            return platform.salable(item.sku());
        }

        @Override
        boolean isWrite(HttpCall call) {
            return call.path().contains("/V1/") && !call.method().equals("GET");
        }

        @Override
        Object writtenTo(long customerId) {
            return platform.attributes(customerId);
        }
    }
}
