package io.unifiedcommerce.tck.fake.shopify;

import io.unifiedcommerce.tck.fake.Faults;
import java.util.List;
import java.util.Map;

/** The shop itself, the calling app with its scopes, and the versions of the API. */
final class AppTypes {
    static final List<String> VERSIONS = List.of("2026-01", "2026-04", "2026-07", "2026-10");
    static final List<String> SCOPES = List.of(
            "read_orders",
            "read_all_orders",
            "read_products",
            "read_inventory",
            "write_inventory",
            "read_locations",
            "read_fulfillments",
            "read_customers",
            "write_customers");
    static final Map<String, Object> APP =
            Map.of("id", Gid.of("App", Metafields.APP_ID), "title", "Connector", "handle", "connector");

    private final ShopifySettings settings;
    private final Faults faults;

    AppTypes(ShopifySettings settings, Faults faults) {
        this.settings = settings;
        this.faults = faults;
    }

    void wire(Wiring wiring) {
        wiring.query()
                .field("shop", root -> settings)
                .field(
                        "currentAppInstallation",
                        root -> Map.of("id", Gid.of("AppInstallation", 1), "app", APP, "accessScopes", scopes()))
                .field(
                        "publicApiVersions",
                        root -> VERSIONS.stream().map(AppTypes::version).toList())
                .field("node", (root, call) -> wiring.find(call.getArgument("id")))
                .field("nodes", (root, call) -> {
                    List<String> ids = call.getArgument("ids");
                    if (ids.size() > PageRequest.MAX) {
                        throw new ShopifyError(
                                "MAX_INPUT_SIZE_EXCEEDED",
                                "The input array size of " + ids.size() + " is greater than 250");
                    }
                    return ids.stream().map(wiring::find).toList();
                });
        wiring.type("Shop", ShopifySettings.class)
                .field("myshopifyDomain", ShopifySettings::domain)
                .field("currencyCode", ShopifySettings::currency)
                .field("ianaTimezone", shop -> shop.zone().getId())
                .field(
                        "plan",
                        shop -> Map.of(
                                "shopifyPlus",
                                shop.restoreRate() >= ShopifySettings.PLUS,
                                "partnerDevelopment",
                                false,
                                "publicDisplayName",
                                "Fake"))
                .constant(Gid.of("Shop", 1), "id")
                .constant("Fake shop", "name")
                .constant("shop@example.org", "email")
                .constant(true, "taxesIncluded")
                .constant("KILOGRAMS", "weightUnit")
                .constant("2026-01-01T00:00:00Z", "createdAt");
    }

    static Map<String, Object> version(String handle) {
        return Map.of("handle", handle, "displayName", handle, "supported", true);
    }

    private List<Map<String, Object>> scopes() {
        return SCOPES.stream()
                .filter(scope -> !faults.withdrawn(scope))
                .map(scope -> Map.<String, Object>of("handle", scope, "description", scope))
                .toList();
    }
}
