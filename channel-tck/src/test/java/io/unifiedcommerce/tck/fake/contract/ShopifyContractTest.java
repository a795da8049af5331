package io.unifiedcommerce.tck.fake.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShopifyContractTest {
    private static ShopifyContract contract;

    @BeforeAll
    static void loadPublishedSchema() throws IOException {
        Optional<Path> schema = PublishedContracts.find("shopify/admin-2026-07.schema.graphql");
        assumeTrue(schema.isPresent(), "Shopify's published schema is not at hand: shared/contracts/shopify");
        contract = ShopifyContract.of(schema.orElseThrow());
    }

    private static String subset() throws IOException {
        try (InputStream in = ShopifyContract.class.getResourceAsStream(
                "/io/unifiedcommerce/tck/fake/shopify/admin-subset.graphqls")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void findsEverythingThatTheFakeServesInThePublishedSchema() throws IOException {
        assertThat(contract.differences(subset())).isEmpty();
        assertThat(contract.knowsIdempotency()).isTrue();
    }

    @Test
    void seesPlantedDifferences() throws IOException {
        String planted = subset().replace("  poNumber: String\n", "  poNumber: Int\n  purchaseOrder: String\n")
                .replace("location(id: ID): Location", "location(id: ID!, name: String): Location")
                .replace("  referenceDocumentUri: String\n  quantities", "  documentUri: String\n  quantities")
                .replace("enum OrderSortKeys {", "enum OrderSortKeys {\n  TOTAL_WEIGHT");

        assertThat(contract.differences(planted))
                .containsExactlyInAnyOrder(
                        "Order.poNumber is Int, published as String",
                        "no field Order.purchaseOrder",
                        "QueryRoot.location(id:) is ID!, published as ID",
                        "no argument QueryRoot.location(name:)",
                        "no input field InventorySetQuantitiesInput.documentUri",
                        "no value OrderSortKeys.TOTAL_WEIGHT");
    }

    @Test
    void acceptsValidDocumentsAndNamesWhatIsWrongInOthers() {
        assertThat(contract.problems(
                        "query($id: ID!) { order(id: $id) { id name lineItems(first: 5) { nodes { sku } } } }"))
                .isEmpty();
        assertThat(contract.problems("{ order(id: \"gid://shopify/Order/1\") { id colour } }"))
                .singleElement()
                .asString()
                .contains("colour");
    }

    @Test
    void acceptsTheOperationsOfTheFactSheet() throws IOException {
        for (String file : new String[] {"validated-operations.graphql", "bulk-queries.graphql"}) {
            Path operations = PublishedContracts.find("shopify/" + file).orElseThrow();
            assertThat(contract.problems(Files.readString(operations))).as(file).isEmpty();
        }
    }
}
