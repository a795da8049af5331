package io.unifiedcommerce.tck.fake.contract;

import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.contract.OpenApiContract.Described;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** BigCommerce's published OpenAPI documents. */
public final class BigCommerceContract {
    private static final Pattern PATH = Pattern.compile("/stores/[^/]+(/v[23])(/.+)");

    /** A published document and the paths that it describes. */
    private record Document(Pattern paths, String name) {
        private static Document of(String paths, String name) {
            return new Document(Pattern.compile(paths), name);
        }
    }

    /** The first that fits a path is meant. */
    private static final List<Document> DOCUMENTS = List.of(
            Document.of("/v2/store", "store_information.v2.yml"),
            Document.of("/v2/order", "orders.v2.oas2.yml"),
            Document.of("/v3/orders", "orders.v3.yml"),
            Document.of("/v3/catalog/variants", "catalog/product-variants_catalog.v3.yml"),
            Document.of("/v3/catalog/products/\\d+/variants", "catalog/product-variants_catalog.v3.yml"),
            Document.of("/v3/catalog/products", "catalog/products_catalog.v3.yml"),
            Document.of("/v3/inventory/locations$", "locations.v3.yml"),
            Document.of("/v3/inventory", "inventory.v3.yml"),
            Document.of("/v3/customers/subscribers", "subscribers.v3.yml"),
            Document.of("/v3/customers", "customers.v3.yml"),
            Document.of("/v3/hooks", "webhooks.v3.yml"));

    private BigCommerceContract() {}

    /**
     * The judge of requests whose path begins with /stores/{store_hash}.
     *
     * @param folder with the published documents under their own names
     */
    public static OpenApiContract of(Path folder) {
        return new OpenApiContract(folder, BigCommerceContract::described, PublishedMistakes::explain, text -> text);
    }

    private static Optional<Described> described(HttpCall call) {
        Matcher path = PATH.matcher(call.path());
        if (!path.matches()) {
            throw new IllegalArgumentException("not a path of the REST API: " + call.path());
        }
        String whole = path.group(1) + path.group(2);
        HttpCall described = new HttpCall(call.method(), path.group(2), call.query(), call.headers(), call.body());
        return DOCUMENTS.stream()
                .filter(document -> document.paths().matcher(whole).lookingAt())
                .findFirst()
                .map(document -> new Described(document.name(), described));
    }
}
