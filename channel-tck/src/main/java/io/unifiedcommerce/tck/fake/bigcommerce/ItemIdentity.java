package io.unifiedcommerce.tck.fake.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import io.unifiedcommerce.tck.fake.shop.Product;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Tracking;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.util.List;
import java.util.stream.Stream;

/** Finds the stocked item that a request names by exactly one of sku, variant_id or product_id. */
final class ItemIdentity {
    private ItemIdentity() {}

    static Variant find(Shop shop, JsonNode identity) {
        List<String> given = Stream.of("sku", "variant_id", "product_id")
                .filter(identity::hasNonNull)
                .toList();
        if (given.size() != 1) {
            throw new ApiError(422, "Exactly one of sku, variant_id, product_id is required", "items");
        }
        String name = given.get(0);
        String label = "Item with " + name + " " + identity.path(name).asText();
        Variant variant = candidates(shop, name, identity.path(name))
                .findFirst()
                .orElseThrow(() -> new ApiError(422, "[" + label + " is not found]"));
        Product product = shop.catalogue().products().find(variant.productId()).orElseThrow();
        requireTracking(product.tracking(), name, label);
        return variant;
    }

    private static Stream<Variant> candidates(Shop shop, String name, JsonNode value) {
        return switch (name) {
            case "sku" -> shop.catalogue().bySku(value.asText()).stream();
            case "variant_id" -> shop.catalogue().variants().find(value.asLong()).stream();
            default ->
                shop.catalogue().products().find(value.asLong()).stream()
                        .flatMap(product -> product.variants().stream());
        };
    }

    private static void requireTracking(Tracking tracking, String name, String label) {
        if (tracking == Tracking.NONE) {
            throw new ApiError(422, "[" + label + " does not have inventory tracking]");
        }
        if (tracking == Tracking.PRODUCT && name.equals("variant_id")) {
            throw new ApiError(422, "[" + label + " is tracked by product, please update stock by product id]");
        }
        if (tracking == Tracking.VARIANT && name.equals("product_id")) {
            throw new ApiError(422, "[" + label + " is tracked by variant, please update stock by variant id]");
        }
    }
}
