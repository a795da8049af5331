package io.unifiedcommerce.tck.fake.shopify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.shop.Level;
import io.unifiedcommerce.tck.fake.shop.Product;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.util.Locale;

/** Products with their variants in REST shape. */
final class RestProductJson {
    private final Shop shop;
    private final RestJson json;

    RestProductJson(Shop shop, RestJson json) {
        this.shop = shop;
        this.json = json;
    }

    ObjectNode product(Product product) {
        ObjectNode node = RestJson.identified("Product", product.id())
                .put("title", product.title())
                .put("handle", ProductTypes.handle(product))
                .put("vendor", product.vendor())
                .put("product_type", product.type())
                .put("status", product.status().name().toLowerCase(Locale.ROOT))
                .put("tags", String.join(", ", product.tags()))
                .put("created_at", json.time(product.createdAt()))
                .put("updated_at", json.time(product.updatedAt()))
                .put("published_at", json.time(product.createdAt()));
        ArrayNode variants = node.putArray("variants");
        product.variants().forEach(variant -> variants.add(variant(variant)));
        node.putArray("options");
        node.putArray("images");
        return node;
    }

    private ObjectNode variant(Variant variant) {
        return RestJson.identified("ProductVariant", variant.id())
                .put("product_id", variant.productId())
                .put("inventory_item_id", variant.itemId())
                .put("title", variant.title())
                .put("sku", variant.sku())
                .put("barcode", OrderTypes.blankAsNull(variant.barcode()))
                .put("price", RestJson.money(variant.price()))
                .put("inventory_policy", variant.oversell() ? "continue" : "deny")
                .put("inventory_management", "shopify")
                .put("inventory_quantity", available(variant))
                .put("requires_shipping", true)
                .put("taxable", true)
                .put("created_at", json.time(variant.createdAt()))
                .put("updated_at", json.time(variant.updatedAt()));
    }

    private long available(Variant variant) {
        return shop.stock().levels(variant.itemId()).stream()
                .mapToLong(Level::available)
                .sum();
    }
}
