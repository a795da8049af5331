package io.unifiedcommerce.tck.fake.adobecommerce;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** GET /V1/products: every product is a configurable one, and each of its variants a product of its own. */
final class Products {
    private static final int HIDDEN = 1;
    private static final int VISIBLE = 4;

    private final Shop shop;
    private final BiFunction<HttpCall, List<Row>, HttpAnswer> search;

    Products(Shop shop, BiFunction<HttpCall, List<Row>, HttpAnswer> search) {
        this.shop = shop;
        this.search = search;
    }

    void serve(Routes routes) {
        routes.on("GET", "/V1/products", "Magento_Catalog::products", (call, path) -> search.apply(call, rows()));
    }

    private List<Row> rows() {
        return shop.catalogue().products().byId().values().stream()
                .flatMap(product -> Stream.concat(
                        Stream.of(configurable(product)),
                        product.variants().stream().map(Products::simple)))
                .toList();
    }

    private static Row configurable(Product product) {
        ObjectNode json = product(
                product.id(),
                "P-" + product.id(),
                product.title(),
                "configurable",
                VISIBLE,
                BigDecimal.ZERO,
                product.updatedAt());
        ObjectNode extension = (ObjectNode) json.get("extension_attributes");
        extension
                .putArray("configurable_product_options")
                .addObject()
                .put("label", "Choice")
                .put("attribute_id", "93");
        ArrayNode links = extension.putArray("configurable_product_links");
        product.variants().forEach(variant -> links.add(variant.id()));
        return row(json);
    }

    private static Row simple(Variant variant) {
        return row(product(
                variant.id(), variant.sku(), variant.title(), "simple", HIDDEN, variant.price(), variant.updatedAt()));
    }

    private static Row row(ObjectNode json) {
        return new Row(
                Map.of(
                        "entity_id",
                        json.path("id").asLong(),
                        "sku",
                        json.path("sku").asText(),
                        "updated_at",
                        json.path("updated_at").asText()),
                json);
    }

    private static ObjectNode product(
            long id, String sku, String name, String type, int visibility, BigDecimal price, Instant changed) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("sku", sku)
                .put("name", name)
                .put("attribute_set_id", 4)
                .put("price", Amounts.money(price))
                .put("status", 1)
                .put("visibility", visibility)
                .put("type_id", type)
                .put("created_at", Times.write(changed))
                .put("updated_at", Times.write(changed));
        json.putObject("extension_attributes").putArray("website_ids").add(1);
        json.putArray("product_links");
        json.putArray("options");
        json.putArray("media_gallery_entries");
        json.putArray("tier_prices");
        ArrayNode attributes = json.putArray("custom_attributes");
        attributes.addObject().put("attribute_code", "tax_class_id").put("value", "2");
        return json;
    }
}
