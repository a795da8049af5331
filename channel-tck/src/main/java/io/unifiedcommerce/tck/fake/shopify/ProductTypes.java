package io.unifiedcommerce.tck.fake.shopify;

import io.unifiedcommerce.tck.fake.shop.Level;
import io.unifiedcommerce.tck.fake.shop.Product;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Tracking;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Products and variants. */
final class ProductTypes {
    private static final String SCOPE = "read_products";

    private final Shop shop;
    private final Metafields metafields;
    private final Listing<Product> products;
    private final Listing<Variant> variants;

    ProductTypes(Shop shop, ShopifySettings settings, Metafields metafields) {
        this.shop = shop;
        this.metafields = metafields;
        products = new Listing<>(
                shop.catalogue().products(),
                new SearchFields<Product>(settings.zone())
                        .time("updated_at", Product::updatedAt)
                        .time("created_at", Product::createdAt)
                        .number("id", Product::id)
                        .text("title", Product::title)
                        .text("vendor", Product::vendor)
                        .text("product_type", Product::type)
                        .text("status", product -> product.status().name())
                        .matching(
                                "sku",
                                (product, term) -> product.variants().stream()
                                        .anyMatch(variant -> variant.sku().equalsIgnoreCase(term.value())))
                        .matching("tag", (product, term) -> product.tags().contains(term.value())));
        variants = new Listing<>(
                shop.catalogue().variants(),
                new SearchFields<Variant>(settings.zone())
                        .time("updated_at", Variant::updatedAt)
                        .number("id", Variant::id)
                        .number("product_id", Variant::productId)
                        .text("sku", Variant::sku)
                        .text("barcode", Variant::barcode));
    }

    void wire(Wiring wiring) {
        wiring.query()
                .field("products", SCOPE, (root, call) -> products.page(call))
                .field("product", SCOPE, (root, call) -> product(Gid.of(call.getArgument("id"), "Product")))
                .field("productVariants", SCOPE, (root, call) -> variants.page(call))
                .field(
                        "productVariant",
                        SCOPE,
                        (root, call) -> variant(Gid.of(call.getArgument("id"), "ProductVariant")));
        product(wiring);
        variant(wiring);
    }

    static String handle(Product product) {
        return product.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private void product(Wiring wiring) {
        wiring.node("Product", Product.class, this::product)
                .field("id", product -> Gid.of("Product", product.id()))
                .field("legacyResourceId", Product::id)
                .field("title", Product::title)
                .field("handle", ProductTypes::handle)
                .field("vendor", Product::vendor)
                .field("productType", Product::type)
                .field("status", product -> product.status().name())
                .field("tags", Product::tags)
                .field("createdAt", Product::createdAt)
                .field("updatedAt", Product::updatedAt)
                .field("publishedAt", product -> product.status() == Product.Status.ACTIVE ? product.createdAt() : null)
                .field(
                        "totalInventory",
                        product -> product.variants().stream()
                                .mapToLong(this::available)
                                .sum())
                .field("tracksInventory", product -> product.tracking() != Tracking.NONE)
                .field("variants", (product, call) -> PageRequest.of(call).take(product.variants()))
                .field("metafield", (product, call) -> metafields.find(Gid.of("Product", product.id()), call));
    }

    private void variant(Wiring wiring) {
        wiring.node("ProductVariant", Variant.class, this::variant)
                .field("id", variant -> Gid.of("ProductVariant", variant.id()))
                .field("legacyResourceId", Variant::id)
                .field("sku", Variant::sku)
                .field("barcode", variant -> OrderTypes.blankAsNull(variant.barcode()))
                .field("title", Variant::title)
                .field("displayName", Variant::title)
                .field("price", variant -> Money.rounded(variant.price()))
                .field("createdAt", Variant::createdAt)
                .field("updatedAt", Variant::updatedAt)
                .field(
                        "position",
                        variant -> product(variant.productId()).variants().indexOf(variant) + 1)
                .field("inventoryPolicy", variant -> variant.oversell() ? "CONTINUE" : "DENY")
                .field("inventoryQuantity", this::available)
                .field("selectedOptions", variant -> List.of(Map.of("name", "Title", "value", variant.title())))
                .field("inventoryItem", InventoryNodes.Item::new)
                .field("product", variant -> product(variant.productId()))
                .field("metafield", (variant, call) -> metafields.find(Gid.of("ProductVariant", variant.id()), call))
                .constant(true, "taxable")
                .constant(null, "compareAtPrice");
    }

    private long available(Variant variant) {
        return shop.stock().levels(variant.itemId()).stream()
                .filter(Level::active)
                .mapToLong(Level::available)
                .sum();
    }

    private Product product(long id) {
        return shop.catalogue().products().find(id).orElse(null);
    }

    private Variant variant(long id) {
        return shop.catalogue().variants().find(id).orElse(null);
    }
}
