package io.unifiedcommerce.tck.fake.contract;

import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.contract.OpenApiContract.Described;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Salesforce's published OpenAPI documents of the Commerce API and of OCAPI Data, and a condensed form of the published RAML of
 * Omnichannel Inventory.
 */
public final class SalesforceCommerceContract {
    /** The first whose paths begin alike is meant. */
    private static final List<Document> DOCUMENTS = List.of(
            new Document("/checkout/orders/v1", "scapi/orders-oas-v1-public.yaml"),
            new Document("/product/products/v1", "scapi/products-oas-v1-public.yaml"),
            new Document("/customer/customers/v1", "scapi/customers-oas-v1-public.yaml"),
            new Document("/s/-/dw/data/v25_6", "ocapi/ocapi-data-api-v25_6.json"),
            new Document("/inventory", "oci-condensed-oas.yaml"));

    private static final Pattern USED = Pattern.compile("^/inventory_lists|/store_search$");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The condensed document alone tells whole paths. */
    private record Document(String prefix, String name) {
        String pathOf(HttpCall call) {
            return prefix.equals("/inventory") ? call.path() : call.path().substring(prefix.length());
        }
    }

    private SalesforceCommerceContract() {}

    /** @param folder with the published documents under their own names */
    public static OpenApiContract of(Path folder) {
        return new OpenApiContract(
                folder,
                SalesforceCommerceContract::described,
                SalesforceCommerceContract::isPublishedMistake,
                SalesforceCommerceContract::mended);
    }

    private static Optional<Described> described(HttpCall call) {
        return DOCUMENTS.stream()
                .filter(document -> call.path().startsWith(document.prefix()))
                .findFirst()
                .map(document -> new Described(
                        document.name(),
                        new HttpCall(call.method(), document.pathOf(call), call.query(), call.headers(), call.body())));
    }

    private static String mended(String text) {
        // What a schema requires stands twice once those that it is made of are put together.
        return withoutCircles(
                text.replaceFirst("(\n    ProductSearchRequest:)\n      required:\n        - query", "$1"));
    }

    /** Schemas of OCAPI Data contain one another without end, which no reader survives: what is not asked for is left out. */
    private static String withoutCircles(String text) {
        if (!text.startsWith("{")) {
            return text;
        }
        try {
            ObjectNode document = (ObjectNode) JSON.readTree(text);
            List<String> paths = new ArrayList<>();
            document.path("paths").fieldNames().forEachRemaining(paths::add);
            paths.removeIf(path -> USED.matcher(path).find());
            ((ObjectNode) document.path("paths")).remove(paths);
            ObjectNode components = (ObjectNode) document.path("components");
            Set<String> needed = new HashSet<>();
            needed(document.path("paths"), components, needed);
            for (String section : List.of("schemas", "requestBodies", "parameters", "responses")) {
                List<String> names = new ArrayList<>();
                components.path(section).fieldNames().forEachRemaining(names::add);
                names.removeIf(name -> needed.contains("#/components/" + section + "/" + name));
                if (components.path(section) instanceof ObjectNode all) {
                    all.remove(names);
                }
            }
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the published document of OCAPI Data is not JSON", e);
        }
    }

    private static void needed(JsonNode node, ObjectNode components, Set<String> found) {
        for (JsonNode reference : node.findValues("$ref")) {
            if (found.add(reference.asText())) {
                String pointer = reference.asText().substring("#/components".length());
                needed(components.at(pointer), components, found);
            }
        }
    }

    /** The text of the product search tells of {@code expand}, its schema forgot it. */
    private static boolean isPublishedMistake(ValidationReport.Message message) {
        return message.getKey().endsWith("schema.additionalProperties")
                && message.getMessage().contains("[\"expand\"]");
    }
}
