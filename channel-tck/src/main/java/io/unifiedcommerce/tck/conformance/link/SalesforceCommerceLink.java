package io.unifiedcommerce.tck.conformance.link;

import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.contract.SalesforceCommerceContract;
import io.unifiedcommerce.tck.fake.salesforcecommerce.FakeSalesforceCommerce;
import io.unifiedcommerce.tck.fake.salesforcecommerce.SalesforceSettings;
import io.unifiedcommerce.tck.fake.shop.Records;
import io.unifiedcommerce.tck.fake.shop.Versioned;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Salesforce B2C Commerce: the fake tenant, with stock in Omnichannel Inventory, and the published API documents. */
public final class SalesforceCommerceLink implements PlatformLink {

    @Override
    public String channel() {
        return "salesforce-commerce";
    }

    @Override
    public LinkedStore open(Clock clock) {
        return new Store(
                FakeSalesforceCommerce.start(SalesforceSettings.defaults().at(clock)));
    }

    @Override
    public List<ApiContract> contracts() {
        return List.of(new PublishedOpenApi(
                "Commerce API, OCAPI Data v25_6 and Omnichannel Inventory, published documents",
                "salesforce-commerce",
                SalesforceCommerceContract::of));
    }

    /** One tenant. */
    private static final class Store extends FakeStore {
        private final FakeSalesforceCommerce platform;

        Store(FakeSalesforceCommerce platform) {
            super(platform, platform.settings().currency());
            this.platform = platform;
        }

        @Override
        public Map<String, String> options() {
            String address = platform.baseUri().toString();
            SalesforceSettings settings = platform.settings();
            Map<String, String> options = new HashMap<>();
            options.put("salesforce.api.url", address);
            options.put("salesforce.instance.url", address);
            options.put("salesforce.account.manager.url", address);
            options.put("salesforce.tenant.id", settings.tenantId());
            options.put("salesforce.site.id", settings.siteId());
            options.put("salesforce.customer.list.id", settings.customerListId());
            options.put("salesforce.oci.tenant.group.id", settings.tenantGroupId());
            options.put("salesforce.client.id", settings.clientId());
            options.put("salesforce.client.secret", settings.clientSecret());
            options.put("salesforce.scopes", String.join(" ", settings.scopes()));
            return options;
        }

        /** Products and variants share their ids' space: an item is both. */
        @Override
        public Map<String, Set<String>> listed() {
            return Map.of(
                    "orders",
                    super.listed().get("orders"),
                    "variants",
                    platform.shop().catalogue().items().values().stream()
                            .map(variant -> variant.sku())
                            .collect(Collectors.toSet()),
                    "customers",
                    numbers(platform.shop().customers().records()),
                    "locations",
                    places(platform.shop().locations().records()));
        }

        private Set<String> numbers(Records<? extends Versioned> records) {
            return records.byId().keySet().stream()
                    .map(platform::customerNumber)
                    .collect(Collectors.toSet());
        }

        private Set<String> places(Records<? extends Versioned> records) {
            return records.byId().keySet().stream().map(platform::placeId).collect(Collectors.toSet());
        }

        @Override
        public StockedItem item() {
            StockedItem item = super.item();
            return new StockedItem(item.sku(), platform.placeId(Long.parseLong(item.locationId())));
        }

        @Override
        public long shown(StockedItem item) {
            return super.shown(super.item());
        }

        @Override
        public String customerId() {
            return platform.customerNumber(Long.parseLong(super.customerId()));
        }

        /** Account Manager is another service, which fails by itself. */
        @Override
        public void meetNext(Fault fault) {
            platform.faults().next(call -> !isTokenCall(call), fault);
        }

        /** Account Manager publishes no document. */
        @Override
        public List<HttpCall> requests() {
            return super.requests().stream().filter(call -> !isTokenCall(call)).toList();
        }

        private static boolean isTokenCall(HttpCall call) {
            return call.path().startsWith("/dwsso/");
        }

        @Override
        boolean isWrite(HttpCall call) {
            return call.method().equals("PATCH") || call.path().endsWith("/batch-update");
        }

        @Override
        Object writtenTo(long customerId) {
            return platform.attributes(customerId);
        }
    }
}
