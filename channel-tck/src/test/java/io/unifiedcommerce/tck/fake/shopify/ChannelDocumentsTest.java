package io.unifiedcommerce.tck.fake.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.unifiedcommerce.channel.folder.ChannelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChannelDocumentsTest {
    @Test
    void servesEveryDocumentThatTheShopifyChannelSends() throws IOException {
        Path directory = Path.of("../channels/shopify");
        assumeTrue(Files.isDirectory(directory), "the folder of the Shopify channel is not at hand: " + directory);
        ChannelFolder folder = ChannelFolder.directory(directory);
        GraphQLSchema schema =
                UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(Wiring.subset()));
        Documents documents = new Documents(schema);
        try (Stream<Path> files = Files.list(directory.resolve("queries"))) {
            for (Path file : files.toList()) {
                PreparsedDocumentEntry entry = documents.entry(folder.text("queries/" + file.getFileName()));
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
