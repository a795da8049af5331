package io.unifiedcommerce.tck.fake.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Level;
import io.unifiedcommerce.tck.fake.shop.Product;
import io.unifiedcommerce.tck.fake.shop.Records.Position;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Products with their variants, and variants alone, which have no date filter. */
final class CatalogV3 {
    private static final String SCOPE = "store_v2_products";
    private static final int MAX_PAGE = 250;
    private static final int MAX_PAGE_WITH_OPTIONS = 10;

    private final Shop shop;

    CatalogV3(Shop shop) {
        this.shop = shop;
    }

    void serve(Routes routes) {
        routes.on("GET", "/v3/catalog/products", SCOPE, (call, path) -> products(call))
                .on("GET", "/v3/catalog/products/{id}", SCOPE, (call, path) -> product(call, path.id("id")))
                .on(
                        "GET",
                        "/v3/catalog/products/{id}/variants",
                        SCOPE,
                        (call, path) ->
                                Page.of(call, MAX_PAGE).v3(get(path.id("id")).variants(), this::variant))
                .on("GET", "/v3/catalog/variants", SCOPE, (call, path) -> variants(call));
    }

    private HttpAnswer products(HttpCall call) {
        Set<String> include = include(call);
        boolean narrow = include.contains("options") || include.contains("modifiers");
        List<Product> found = sorted(call, matching(call)).toList();
        return Page.of(call, narrow ? MAX_PAGE_WITH_OPTIONS : MAX_PAGE)
                .v3(found, product -> product(product, include.contains("variants")));
    }

    private HttpAnswer product(HttpCall call, long id) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("data", product(get(id), include(call).contains("variants")));
        body.putObject("meta");
        return HttpAnswer.json(200, body);
    }

    private HttpAnswer variants(HttpCall call) {
        Optional<Long> id = Params.integer(call, "id");
        Optional<String> sku = call.param("sku");
        Optional<List<Long>> productIds = Params.integers(call, "product_id:in");
        Collection<Variant> all = sku.isPresent()
                ? shop.catalogue().bySku(sku.get())
                : shop.catalogue().variants().byId().values();
        List<Variant> found = all.stream()
                .filter(variant -> id.map(wanted -> wanted == variant.id()).orElse(true))
                .filter(variant -> productIds
                        .map(wanted -> wanted.contains(variant.productId()))
                        .orElse(true))
                .toList();
        return Page.of(call, MAX_PAGE).v3(found, this::variant);
    }

    private Product get(long id) {
        return shop.catalogue()
                .products()
                .find(id)
                .orElseThrow(() -> new ApiError(404, "A product was not found with an id of " + id));
    }

    private Stream<Product> matching(HttpCall call) {
        Optional<Instant> from = Params.instant(call, "date_modified:min");
        Instant to = Params.instant(call, "date_modified:max").orElse(Instant.MAX);
        Optional<List<Long>> ids = Params.integers(call, "id:in");
        long greater = Params.integer(call, "id:greater").orElse(0L);
        Optional<List<String>> skus = Params.texts(call, "sku:in").or(() -> Params.texts(call, "sku"));
        Collection<Product> candidates = from.isPresent()
                ? shop.catalogue()
                        .products()
                        .byUpdate()
                        .tailMap(new Position(from.get(), 0), true)
                        .values()
                : shop.catalogue().products().byId().tailMap(greater, false).values();
        return candidates.stream()
                .filter(product -> !product.updatedAt().isAfter(to))
                .filter(product -> product.id() > greater)
                .filter(product ->
                        ids.map(wanted -> wanted.contains(product.id())).orElse(true))
                .filter(product -> skus.map(
                                wanted -> product.variants().stream().anyMatch(v -> wanted.contains(v.sku())))
                        .orElse(true));
    }

    private static Stream<Product> sorted(HttpCall call, Stream<Product> products) {
        String sort = call.param("sort").orElse("id");
        Comparator<Product> order =
                switch (sort) {
                    case "id" -> Comparator.comparing(Product::id);
                    case "name" -> Comparator.comparing(Product::title).thenComparing(Product::id);
                    case "date_modified" ->
                        Comparator.comparing(Product::updatedAt).thenComparing(Product::id);
                    default -> throw new ApiError(422, "The filter(s): sort are not valid: " + sort, "sort");
                };
        return products.sorted(call.param("direction").orElse("asc").equals("desc") ? order.reversed() : order);
    }

    private static Set<String> include(HttpCall call) {
        return Set.copyOf(Params.texts(call, "include").orElse(List.of()));
    }

    private JsonNode product(Product product, boolean withVariants) {
        Optional<Variant> base = product.variants().stream().findFirst();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", product.id())
                .put("name", product.title())
                .put("type", "physical")
                .put("sku", base.map(Variant::sku).orElse(""))
                .put("inventory_tracking", product.tracking().name().toLowerCase(Locale.ROOT))
                .put(
                        "inventory_level",
                        product.variants().stream().mapToLong(this::available).sum())
                .put("is_visible", product.status() == Product.Status.ACTIVE)
                .put("availability", "available")
                .put("brand_id", 0)
                .put("weight", 1.0)
                .put("upc", base.map(Variant::barcode).orElse(""))
                .put("gtin", "")
                .put("mpn", "")
                .put("date_created", Dates.v3(product.createdAt()))
                .put("date_modified", Dates.v3(product.updatedAt()));
        json.putArray("categories");
        base.ifPresent(variant -> json.put("price", variant.price())
                .put("calculated_price", variant.price())
                .put("sale_price", 0)
                .put("cost_price", 0)
                .put("base_variant_id", variant.id()));
        if (withVariants) {
            ArrayNode rows = json.putArray("variants");
            product.variants().forEach(variant -> rows.add(variant(variant)));
        }
        return json;
    }

    private JsonNode variant(Variant variant) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", variant.id())
                .put("product_id", variant.productId())
                .put("sku", variant.sku())
                .put("sku_id", variant.itemId())
                .put("price", variant.price())
                .put("calculated_price", variant.price())
                .put("cost_price", 0)
                .put("inventory_level", available(variant))
                .put("upc", variant.barcode())
                .put("purchasing_disabled", false);
        json.putArray("option_values");
        return json;
    }

    private long available(Variant variant) {
        return shop.stock().levels(variant.itemId()).stream()
                .mapToLong(Level::available)
                .sum();
    }
}
