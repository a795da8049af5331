package io.unifiedcommerce.tck.fake.contract;

import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Square's published OpenAPI document. */
public final class SquareContract {
    private static final String DOCUMENT = "api-2025-08-20.openapi.json";

    private static final Set<String> USED = Set.of(
            "/v2/locations",
            "/v2/locations/{location_id}",
            "/v2/payments",
            "/v2/payments/{payment_id}",
            "/v2/refunds",
            "/v2/refunds/{refund_id}",
            "/v2/orders/search",
            "/v2/orders/batch-retrieve",
            "/v2/orders/{order_id}",
            "/v2/catalog/search",
            "/v2/catalog/batch-retrieve",
            "/v2/inventory/changes/batch-create",
            "/v2/inventory/changes/batch-retrieve",
            "/v2/inventory/counts/batch-retrieve",
            "/v2/customers/search",
            "/v2/customers/{customer_id}",
            "/v2/webhooks/subscriptions",
            "/v2/webhooks/subscriptions/{subscription_id}");

    private SquareContract() {}

    /** @param folder with the published document under its own name */
    public static OpenApiContract of(Path folder) {
        return new OpenApiContract(
                folder,
                call -> Optional.of(new OpenApiContract.Described(DOCUMENT, call)),
                SquareContract::isMistake,
                SquareContract::readable);
    }

    /** Three slips of the document keep readers of OpenAPI from it; none is in what is judged here. */
    private static String readable(String text) {
        try {
            JsonNode document = new ObjectMapper().readTree(text);
            ((ObjectNode) document.path("info")).remove("externalDocs");
            // It is named, but not there.
            ((ObjectNode) document.path("components").path("schemas"))
                    .putObject("CatalogModifierToggleOverrideType")
                    .put("type", "string");
            ((ObjectNode) document.path("paths")).remove("/v2/vendors/{vendor_id}");
            Excerpt.keep(document, USED::contains);
            return document.toPrettyString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(DOCUMENT + " is not JSON", e);
        }
    }

    /** The document is of August 2025; since July 2026 a movement of stock names the locations of both its sides. */
    private static boolean isMistake(ValidationReport.Message message) {
        return message.getKey().endsWith("schema.additionalProperties")
                && message.getMessage().contains("from_location_id");
    }
}
