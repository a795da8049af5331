package io.unifiedcommerce.tck.fake.lightspeed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Product;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Each variant is a product of its own; the first of a family stands for it. What is deleted stays listed for who asks. */
final class Products {
    private record Gone(Product product, Variant variant, Instant at) {}

    private final Shop shop;
    private final Feed feed;
    private final Listing listing;
    private final Map<Long, Gone> gone = new ConcurrentHashMap<>();

    Products(Shop shop, Feed feed, Listing listing) {
        this.shop = shop;
        this.feed = feed;
        this.listing = listing;
    }

    void serve(Routes routes) {
        routes.on("GET", "/products", "products:read", (call, path) -> list(call))
                .on("GET", "/products/{id}", "products:read", (call, path) -> one(path.text("id")));
    }

    void changed(Product product) {
        product.variants().forEach(variant -> feed.changed(Ids.PRODUCT, variant.id()));
    }

    void deleted(Product product, Instant at) {
        product.variants().forEach(variant -> {
            gone.put(variant.id(), new Gone(product, variant, at));
            feed.changed(Ids.PRODUCT, variant.id());
        });
    }

    private HttpAnswer list(HttpCall call) {
        // Any other parameter is ignored then, as on the platform.
        Optional<String> sku = call.param("sku");
        if (sku.isPresent()) {
            List<JsonNode> found = shop.catalogue().bySku(sku.get()).stream()
                    .map(variant -> json(product(variant), variant, null))
                    .toList();
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.putArray("data").addAll(found);
            return HttpAnswer.json(200, body);
        }
        boolean deleted = call.param("deleted").map(Boolean::parseBoolean).orElse(false);
        return listing.page(
                call,
                entry -> json(entry.id())
                        .filter(json -> deleted || json.get("deleted_at").isNull()),
                Ids.PRODUCT);
    }

    private HttpAnswer one(String id) {
        return Listing.one(json(Ids.PRODUCT.number(id)).orElseThrow(() -> new ApiProblem(404, "Product not found")));
    }

    private Product product(Variant variant) {
        return shop.catalogue().products().find(variant.productId()).orElseThrow();
    }

    private Optional<JsonNode> json(long variantId) {
        Gone deleted = gone.get(variantId);
        return deleted != null
                ? Optional.of(json(deleted.product(), deleted.variant(), deleted.at()))
                : shop.catalogue().variants().find(variantId).map(variant -> json(product(variant), variant, null));
    }

    private JsonNode json(Product product, Variant variant, Instant deletedAt) {
        Variant first = product.variants().get(0);
        boolean family = product.variants().size() > 1;
        boolean leads = first.id() == variant.id();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", Ids.PRODUCT.of(variant.id()))
                .put("name", product.title())
                .put("variant_name", variant.title())
                .put("sku", variant.sku())
                .put("handle", "p" + product.id())
                .put("has_inventory", true)
                .put("has_variants", family && leads)
                .put("variant_parent_id", leads ? null : Ids.PRODUCT.of(first.id()))
                .put("is_composite", false)
                .put("active", product.status() == Product.Status.ACTIVE)
                .put("price_including_tax", variant.price())
                .put("supply_price", BigDecimal.ZERO)
                .put("source", "USER")
                .put("created_at", variant.createdAt().toString())
                .put("updated_at", variant.updatedAt().toString())
                .put("deleted_at", deletedAt == null ? null : deletedAt.toString())
                .put("version", feed.version(Ids.PRODUCT, variant.id()));
        json.putObject("brand").put("name", product.vendor());
        json.putObject("type").put("name", product.type());
        json.putArray("categories");
        json.putArray("images");
        json.putArray("variant_options");
        json.putArray("product_codes").addObject().put("type", "CUSTOM").put("code", variant.barcode());
        return json;
    }
}
