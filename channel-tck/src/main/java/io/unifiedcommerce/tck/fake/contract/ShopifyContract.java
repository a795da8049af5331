package io.unifiedcommerce.tck.fake.contract;

import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.introspection.Introspection.DirectiveLocation;
import graphql.language.Document;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Shopify's published Admin schema as a judge of GraphQL documents. Loading takes seconds and tens of megabytes: keep
 * one. Thread safe.
 */
public final class ShopifyContract {
    private final GraphQLSchema schema;

    private ShopifyContract(GraphQLSchema schema) {
        this.schema = schema;
    }

    /**
     * @param sdl the schema definition file of one version
     * @throws IOException when the file cannot be read
     */
    public static ShopifyContract of(Path sdl) throws IOException {
        return new ShopifyContract(parse(Files.readString(sdl)));
    }

    /** What is wrong with a document of one or more operations; empty when the schema allows it. */
    public List<String> problems(String document) {
        Document parsed = Parser.parse(ParserEnvironment.newParserEnvironment()
                .document(document)
                .parserOptions(unlimited())
                .build());
        return ParseAndValidate.validate(schema, parsed, Locale.ROOT).stream()
                .map(GraphQLError::getMessage)
                .toList();
    }

    /**
     * How a schema of the same API differs from the published one: types, fields, arguments, input fields and enum
     * values that are not there or are of another type. What the other schema leaves out is no difference.
     */
    public List<String> differences(String sdl) {
        return new SubsetCheck(schema).differences(parse(sdl));
    }

    /** Whether mutations know the idempotency directive. */
    public boolean knowsIdempotency() {
        return schema.getDirective("idempotent") != null
                && schema.getDirective("idempotent").validLocations().contains(DirectiveLocation.FIELD);
    }

    private static GraphQLSchema parse(String sdl) {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(
                new SchemaParser().parse(new StringReader(sdl), unlimited()));
    }

    /** The published schema is larger than what the parser accepts from strangers. */
    private static ParserOptions unlimited() {
        return ParserOptions.newParserOptions()
                .maxCharacters(Integer.MAX_VALUE)
                .maxTokens(Integer.MAX_VALUE)
                .maxWhitespaceTokens(Integer.MAX_VALUE)
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .captureSourceLocation(true)
                .build();
    }
}
