package io.unifiedcommerce.tck.fake.bigcommerce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.Routes;

/** GET /v2/store. */
final class StoreV2 {
    private final BigCommerceSettings settings;

    StoreV2(BigCommerceSettings settings) {
        this.settings = settings;
    }

    void serve(Routes routes) {
        routes.on("GET", "/v2/store", "store_v2_information", (call, path) -> store());
    }

    private HttpAnswer store() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", settings.storeHash())
                .put("domain", "store-" + settings.storeHash() + ".example.org")
                .put("secure_url", "https://store-" + settings.storeHash() + ".example.org")
                .put("status", "live")
                .put("name", "Fake store")
                .put("language", "en")
                .put("currency", settings.currency())
                .put("weight_units", "KGS")
                .put("dimension_units", "Centimeters")
                .put("plan_level", "Pro")
                .put("is_price_entered_with_tax", true)
                .put("store_id", 1_000_001)
                .put("default_channel_id", 1);
        json.putObject("timezone").put("name", "Etc/UTC").put("raw_offset", 0);
        json.putObject("features").put("multi_storefront_enabled", false);
        return HttpAnswer.json(200, json);
    }
}
