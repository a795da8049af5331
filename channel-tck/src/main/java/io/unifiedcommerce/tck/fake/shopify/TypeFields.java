package io.unifiedcommerce.tck.fake.shopify;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How the fields of one GraphQL type are read from its Java source. */
final class TypeFields<T> {
    private final Map<String, DataFetcher<?>> fetchers = new LinkedHashMap<>();
    private final Class<T> source;

    TypeFields(Class<T> source) {
        this.source = source;
    }

    TypeFields<T> field(String name, Function<T, Object> read) {
        fetchers.put(name, new SourceFetcher(object -> read.apply(source.cast(object))));
        return this;
    }

    TypeFields<T> field(String name, BiFunction<T, DataFetchingEnvironment, Object> read) {
        fetchers.put(name, environment -> read.apply(source.cast(environment.getSource()), environment));
        return this;
    }

    /** A field that needs an access scope. */
    TypeFields<T> field(String name, String scope, BiFunction<T, DataFetchingEnvironment, Object> read) {
        return field(name, (node, environment) -> {
            CallContext.of(environment).requireScope(scope, name);
            return read.apply(node, environment);
        });
    }

    /** Fields that have the same value on every object of the fake. */
    TypeFields<T> constant(Object value, String... names) {
        for (String name : names) {
            fetchers.put(name, new SourceFetcher(object -> value));
        }
        return this;
    }

    Map<String, DataFetcher<?>> fetchers() {
        return fetchers;
    }

    Class<T> source() {
        return source;
    }
}
