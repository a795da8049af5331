package io.unifiedcommerce.tck.fake.shopify;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads a field from its source alone, which spares the making of an environment for each of thousands of fields. */
final class SourceFetcher implements LightDataFetcher<Object> {
    private final Function<Object, Object> read;

    SourceFetcher(Function<Object, Object> read) {
        this.read = read;
    }

    @Override
    public Object get(GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment) {
        return read.apply(source);
    }

    @Override
    public Object get(DataFetchingEnvironment environment) {
        return read.apply(environment.getSource());
    }
}
