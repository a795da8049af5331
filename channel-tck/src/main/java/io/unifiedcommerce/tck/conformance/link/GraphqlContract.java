package io.unifiedcommerce.tck.conformance.link;

import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A GraphQL schema as a judge of documents. */
public final class GraphqlContract implements ApiContract.OfDocuments {
    private final String name;
    private final GraphQLSchema schema;

    /** @param sdl the schema in the schema definition language */
    public GraphqlContract(String name, String sdl) {
        this.name = name;
        this.schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(sdl));
    }

    /** The schema in a resource beside a class. */
    static GraphqlContract ofResource(String name, Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            return new GraphqlContract(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> problems(String document) {
        try {
            return ParseAndValidate.validate(schema, Parser.parse(document), Locale.ROOT).stream()
                    .map(GraphQLError::getMessage)
                    .toList();
        } catch (InvalidSyntaxException e) {
            return List.of(e.getMessage());
        }
    }
}
