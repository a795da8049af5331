package io.unifiedcommerce.tck.fake.sapcommerce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.shop.Product;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.util.ArrayList;
import java.util.List;

/** {@code GET /export/products} of OCC: base products and their variants, each as a product. */
final class ProductExport {
    private static final int PAGE = 20;

    private final Shop shop;

    ProductExport(Shop shop) {
        this.shop = shop;
    }

    /** A product with a single variant of the same name is sold as it is and has no variants here. */
    static boolean isSimple(Product product) {
        return product.variants().size() == 1;
    }

    static String code(Product product) {
        return isSimple(product) ? product.variants().get(0).sku() : "B-" + product.id();
    }

    HttpAnswer answer(HttpCall call) {
        if (call.param("catalog").isPresent() != call.param("version").isPresent()) {
            throw new ApiError(400, "ValidationError", "Both 'catalog' and 'version' parameters have to be provided.");
        }
        List<ObjectNode> rows = rows();
        int size = call.param("pageSize").map(Integer::parseInt).orElse(PAGE);
        int page = call.param("currentPage").map(Integer::parseInt).orElse(0);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode products = body.putArray("products");
        rows.stream().skip((long) page * size).limit(size).forEach(products::add);
        body.put("totalProductCount", rows.size())
                .put("totalPageCount", (rows.size() + size - 1) / size)
                .put("currentPage", page)
                .put("catalog", call.param("catalog").orElse(""))
                .put("version", call.param("version").orElse(""));
        return HttpAnswer.json(200, body);
    }

    private List<ObjectNode> rows() {
        List<ObjectNode> rows = new ArrayList<>();
        for (Product product : shop.catalogue().products().byId().values()) {
            ObjectNode base = row(code(product), product.title(), product.vendor());
            product.tags()
                    .forEach(tag -> base.withArray("categories").addObject().put("code", tag));
            rows.add(base);
            if (!isSimple(product)) {
                base.put("variantType", "GenericVariantProduct");
                product.variants().forEach(variant -> rows.add(variant(product, variant)));
            }
        }
        return rows;
    }

    private static ObjectNode variant(Product product, Variant variant) {
        return row(variant.sku(), variant.title(), product.vendor()).put("baseProduct", code(product));
    }

    private static ObjectNode row(String code, String name, String manufacturer) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", code)
                .put("name", name)
                .put("manufacturer", manufacturer);
    }
}
