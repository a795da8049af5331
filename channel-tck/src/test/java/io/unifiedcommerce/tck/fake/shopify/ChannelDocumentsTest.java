package io.unifiedcommerce.tck.fake.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChannelDocumentsTest {
    @Test
    void servesEveryDocumentThatTheShopifyChannelSends() throws IOException {
        Path folder = Path.of("../channels/shopify/queries");
        assumeTrue(Files.isDirectory(folder), "the folder of the Shopify channel is not at hand: " + folder);
        GraphQLSchema schema =
                UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(Wiring.subset()));
        Documents documents = new Documents(schema);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".graphql")).toList()) {
                PreparsedDocumentEntry entry = documents.entry(Files.readString(file));
                List<String> problems = entry.hasErrors()
                        ? entry.getErrors().stream()
                                .map(GraphQLError::getMessage)
                                .toList()
                        : List.of();
                assertThat(problems).as(file.getFileName().toString()).isEmpty();
            }
        }
    }
}
