package io.unifiedcommerce.tck.fake.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** /v3/inventory/adjustments: a batch is taken whole or refused whole, and applied a little later. */
final class AdjustmentsV3 {
    private static final int MAX_ITEMS = 2000;
    private static final long MAX_QUANTITY = Integer.MAX_VALUE;

    private final Shop shop;
    private final Adjustments adjustments;

    AdjustmentsV3(Shop shop, Adjustments adjustments) {
        this.shop = shop;
        this.adjustments = adjustments;
    }

    void serve(Routes routes) {
        routes.on("PUT", "/v3/inventory/adjustments/absolute", InventoryV3.SCOPE, (call, path) -> take(call, true))
                .on("POST", "/v3/inventory/adjustments/relative", InventoryV3.SCOPE, (call, path) -> take(call, false));
    }

    private HttpAnswer take(HttpCall call, boolean absolute) throws IOException {
        JsonNode body = call.json();
        JsonNode items = body.path("items");
        if (!items.isArray() || items.isEmpty()) {
            throw new ApiError(422, "items: must contain at least 1 item", "items");
        }
        if (items.size() > MAX_ITEMS) {
            throw new ApiError(413, "items: must contain at most " + MAX_ITEMS + " items", "items");
        }
        List<Adjustments.Item> batch = new ArrayList<>();
        for (JsonNode item : items) {
            batch.add(checked(item, absolute));
        }
        adjustments.submit(batch, absolute, body.path("reason").asText(""));
        return Adjustments.transaction();
    }

    private Adjustments.Item checked(JsonNode item, boolean absolute) {
        Variant variant = ItemIdentity.find(shop, item);
        long locationId = item.path("location_id").asLong();
        if (shop.locations().records().find(locationId).isEmpty()) {
            throw new ApiError(422, "[Location with id " + locationId + " is not found]");
        }
        JsonNode quantity = item.path("quantity");
        if (!quantity.isIntegralNumber()) {
            throw new ApiError(422, "quantity must be a whole number", "items.quantity");
        }
        if (quantity.asLong() > MAX_QUANTITY || quantity.asLong() < (absolute ? 0 : -MAX_QUANTITY)) {
            throw new ApiError(422, "quantity is out of range: " + quantity.asLong(), "items.quantity");
        }
        if (!absolute && shop.stock().level(variant.itemId(), locationId).isEmpty()) {
            throw new ApiError(
                    422,
                    "Items with identity: [variant_id " + variant.id()
                            + "] requires absolute adjustment before relative");
        }
        return new Adjustments.Item(variant, locationId, quantity.asLong());
    }
}
