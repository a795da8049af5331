package io.unifiedcommerce.tck.fake.shopify;

import graphql.TypeResolutionEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;

/**
 * Brings the schema subset and the Java sources together. Types that are not wired are answered from maps, as the
 * payloads of mutations are.
 */
final class Wiring {
    static final String SUBSET = "admin-subset.graphqls";

    private final Map<String, TypeFields<?>> types = new LinkedHashMap<>();
    private final Map<Class<?>, String> names = new LinkedHashMap<>();
    private final Map<String, LongFunction<Object>> nodes = new LinkedHashMap<>();

    Wiring() {
        root("QueryRoot");
        root("Mutation");
    }

    /** Fields of a type whose source is of the class. */
    <T> TypeFields<T> type(String name, Class<T> source) {
        TypeFields<T> fields = new TypeFields<>(source);
        types.put(name, fields);
        names.putIfAbsent(source, name);
        return fields;
    }

    /** A type that node(id:) finds; the finder gives null when there is none. */
    <T> TypeFields<T> node(String name, Class<T> source, LongFunction<Object> finder) {
        nodes.put(name, finder);
        return type(name, source);
    }

    @SuppressWarnings("unchecked")
    TypeFields<Object> query() {
        return (TypeFields<Object>) types.get("QueryRoot");
    }

    @SuppressWarnings("unchecked")
    TypeFields<Object> mutation() {
        return (TypeFields<Object>) types.get("Mutation");
    }

    /** The thing with the global id, null when there is none. */
    Object find(Object id) {
        Gid gid = Gid.parse(id);
        LongFunction<Object> finder = nodes.get(gid.type());
        return finder == null ? null : finder.apply(gid.id());
    }

    GraphQLSchema schema() {
        TypeDefinitionRegistry registry = new SchemaParser().parse(subset());
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        ShopifyScalars.all().forEach(wiring::scalar);
        types.forEach((name, fields) -> wiring.type(name, type -> {
            fields.fetchers().forEach(type::dataFetcher);
            return type;
        }));
        for (String name : List.of("Node", "LegacyInteroperability", "DisplayableError", "Event")) {
            wiring.type(name, type -> type.typeResolver(this::typeOf));
        }
        GraphQLSchema schema = new SchemaGenerator().makeExecutableSchema(registry, wiring.build());
        requireComplete(schema);
        return schema;
    }

    static String subset() {
        try (InputStream in = Wiring.class.getResourceAsStream(SUBSET)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema subset " + SUBSET + " cannot be read", e);
        }
    }

    private void root(String name) {
        types.put(name, new TypeFields<>(Object.class));
    }

    private GraphQLObjectType typeOf(TypeResolutionEnvironment environment) {
        return environment
                .getSchema()
                .getObjectType(names.get(environment.getObject().getClass()));
    }

    /** A field of the subset that nobody reads would silently be null for ever. */
    private void requireComplete(GraphQLSchema schema) {
        types.forEach((name, fields) -> {
            Set<String> missing = new TreeSet<>();
            schema.getObjectType(name).getFieldDefinitions().forEach(field -> missing.add(field.getName()));
            missing.removeAll(fields.fetchers().keySet());
            Set<String> unknown = new TreeSet<>(fields.fetchers().keySet());
            schema.getObjectType(name).getFieldDefinitions().forEach(field -> unknown.remove(field.getName()));
            if (!missing.isEmpty() || !unknown.isEmpty()) {
                throw new IllegalStateException(name + ": not wired " + missing + ", not in the subset " + unknown);
            }
        });
    }
}
