package io.unifiedcommerce.tck.fake.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import io.unifiedcommerce.tck.fake.contract.PublishedContracts;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FactSheetOperationsTest {
    /** Work to be done, abandoned checkouts, shipping and bulk writes are not served. */
    private static final Set<String> NOT_SERVED = Set.of(
            "FulfillmentOrdersPage",
            "AbandonedPage",
            "StageBulkInput",
            "BulkMutate",
            "Fulfil",
            "Tracking",
            "OrderPatch");

    private static final Map<String, Object> VARIABLES = Map.of(
            "first",
            10,
            "query",
            "updated_at:>='2026-11-01T00:00:00Z'",
            "id",
            "gid://shopify/Order/1",
            "ids",
            List.of("gid://shopify/InventoryItem/1"),
            "locationId",
            "gid://shopify/Location/1",
            "identifier",
            Map.of("emailAddress", "a@example.org"));

    @Test
    void answersEveryServedQueryWithoutAnError() throws Exception {
        Optional<Path> file = PublishedContracts.find("shopify/validated-operations.graphql");
        assumeTrue(file.isPresent(), "the fact sheet's operations are not at hand: shared/contracts/shopify");
        Document served = served(Files.readString(file.orElseThrow()));
        List<String> queries = served.getDefinitionsOfType(OperationDefinition.class).stream()
                .filter(operation -> operation.getOperation() == OperationDefinition.Operation.QUERY)
                .map(OperationDefinition::getName)
                .toList();

        try (Shopper shopper = new Shopper()) {
            shopper.store.shop().catalogue().create("TEE", BigDecimal.TEN, Map.of(1L, 5L));
            shopper.buy("TEE", 1);
            String document = AstPrinter.printAst(served);
            for (String query : queries) {
                assertThat(ask(shopper, document, query).path("errors"))
                        .as(query)
                        .isEmpty();
            }
            assertThat(queries)
                    .contains("Probe", "OrdersPage", "InventoryAtLocation")
                    .hasSizeGreaterThan(10);
        }
    }

    /** One document of all operations, so that the mutations are checked against the schema with the queries. */
    private static Document served(String text) {
        Document all = Parser.parse(text);
        return all.transform(builder -> builder.definitions(all.getDefinitions().stream()
                .filter(definition -> !(definition instanceof OperationDefinition operation
                        && NOT_SERVED.contains(operation.getName())))
                .toList()));
    }

    private static JsonNode ask(Shopper shopper, String document, String operation) throws Exception {
        String body = JsonMapper.builder()
                .build()
                .writeValueAsString(Map.of("query", document, "operationName", operation, "variables", VARIABLES));
        return shopper.api.send("POST", "/admin/api/2026-07/graphql.json", body).json();
    }
}
