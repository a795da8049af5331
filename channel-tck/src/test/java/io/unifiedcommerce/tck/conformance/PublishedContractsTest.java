package io.unifiedcommerce.tck.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes planted into the folders of real platforms are found by the contracts that these publish. */
class PublishedContractsTest {
    private static final String RULE = "documents and requests fit";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fragments/order.graphql       | displayFinancialStatus      | financialStatus         | financialStatus
            queries/orders.graphql        | sortKey: UPDATED_AT         | sortKey: CHANGED_AT     | CHANGED_AT
            queries/orders.graphql        | after: $after,              |                         | does not use it
            queries/orders-by-id.graphql  | ...OrderFields              | ... on Order { id }     | reading by id asks for other fields
            queries/more-lines.graphql    | ...LineFields               | id                      | the completion of lineItems.nodes
            queries/customers.graphql     | $query: String              | $filter: String         | declares the variables
            queries/write-set.graphql     | inventorySetQuantities      | inventorySetQuantity    | inventorySetQuantity
            """)
    void findsMistakesInDocuments(String file, String text, String by, String finding) throws IOException {
        FolderCopy shopify = FolderCopy.of(source("shopify"), directory).replacing(file, text, by == null ? "" : by);

        // Reading the published schema takes seconds, and the fake store's own knows as much of these.
        KitRun run = KitRun.of(shopify.folder(), RULE, test -> !test.contains("published"));

        assertThat(run.failures())
                .anySatisfy(failure -> assertThat(failure.thrown()).hasMessageContaining(finding));
    }

    @Test
    void findsMistakesByThePublishedSchema() throws IOException {
        FolderCopy shopify = FolderCopy.of(source("shopify"), directory)
                .replacing("queries/probe.graphql", "myshopifyDomain", "myshopifyDomains");

        KitRun run = KitRun.of(shopify.folder(), RULE, test -> test.contains("published"));

        assumeTrue(run.skipped().isEmpty(), () -> String.valueOf(run.skipped()));
        assertThat(run.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.thrown()).hasMessageContaining("myshopifyDomains"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sort: date_modified:asc      | sort: changed:asc
            limit: ${page.size}          | limit: all
            "id:in": "${ids}", include   | "id:in": "${ids}x", include
            """)
    void findsMistakesInRequests(String text, String by) throws IOException {
        FolderCopy bigcommerce = FolderCopy.of(source("bigcommerce"), directory).replacing("channel.yaml", text, by);

        KitRun run = KitRun.of(bigcommerce.folder(), RULE);

        assumeTrue(run.skipped().isEmpty(), () -> String.valueOf(run.skipped()));
        assertThat(run.failures()).isNotEmpty();
    }

    private static Path source(String channel) {
        Path folder = Path.of("..", "channels", channel);
        assumeTrue(Files.isDirectory(folder), "the folder of channel " + channel + " is not at hand: " + folder);
        return folder;
    }
}
