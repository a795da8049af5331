package io.unifiedcommerce.tck.fake.salesforcecommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Product;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The product search: masters, variants and items are products alike. A product of one variant is an item. */
final class ProductsApi {
    private static final String SCOPE = "sfcc.products";

    private final Shop shop;
    private final SalesforceSettings settings;

    private record Hit(String id, Instant lastModified, ObjectNode json) {}

    ProductsApi(Shop shop, SalesforceSettings settings) {
        this.shop = shop;
        this.settings = settings;
    }

    void serve(Routes routes) {
        String base = "/product/products/v1/organizations/" + settings.organizationId();
        routes.on("POST", base + "/product-search", SCOPE, (call, path) -> search(call));
    }

    /** The id of a product whose variants are products of their own. */
    static String masterId(Product product) {
        return "M" + product.id();
    }

    private HttpAnswer search(HttpCall call) throws IOException {
        SearchPage page = SearchPage.of(call.json());
        JsonNode range = call.json().at("/query/filteredQuery/filter/rangeFilter");
        if (!range.path("field").asText().equals("lastModified")) {
            throw Refusal.problem(400, "invalid-query", "the query is not one that this fake knows");
        }
        Instant from = Instant.parse(range.path("from").asText());
        Instant to = Instant.parse(range.path("to").asText());
        List<ObjectNode> hits = hits().stream()
                .filter(hit -> !hit.lastModified().isBefore(from)
                        && !hit.lastModified().isAfter(to))
                .sorted(Comparator.comparing(Hit::id))
                .map(Hit::json)
                .toList();
        return page.answer(hits);
    }

    private List<Hit> hits() {
        List<Hit> hits = new ArrayList<>();
        for (Product product : shop.catalogue().products().byId().values()) {
            boolean alone = product.variants().size() == 1;
            if (!alone) {
                ObjectNode master = json(masterId(product), product, product.updatedAt());
                master.putObject("type").put("master", true);
                hits.add(new Hit(masterId(product), product.updatedAt(), master));
            }
            for (Variant variant : product.variants()) {
                Instant changed = latest(product.updatedAt(), variant.updatedAt());
                ObjectNode json = json(variant.sku(), product, changed);
                json.put("upc", variant.barcode());
                if (alone) {
                    json.putObject("type").put("item", true).put("master", false);
                } else {
                    json.putObject("type").put("variant", true).put("master", false);
                    json.putObject("master").put("masterId", masterId(product));
                    json.putObject("variationValues").put("title", variant.title());
                }
                hits.add(new Hit(variant.sku(), changed, json));
            }
        }
        return hits;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static ObjectNode json(String id, Product product, Instant changed) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id)
                .put("brand", product.vendor())
                .put("creationDate", product.createdAt().toString())
                .put("lastModified", changed.toString());
        json.putObject("name").put("default", product.title());
        json.putObject("onlineFlag").put("default", product.status() == Product.Status.ACTIVE);
        return json;
    }
}
