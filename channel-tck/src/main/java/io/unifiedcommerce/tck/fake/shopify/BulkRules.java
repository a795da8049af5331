package io.unifiedcommerce.tck.fake.shopify;

import graphql.GraphQLContext;
import graphql.execution.RawVariables;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a bulk query may look like; source: the bulk operations page of shopify.dev. */
final class BulkRules {
    private static final int MAX_CONNECTIONS = 5;
    private static final int MAX_DEPTH = 2;
    private static final int MAX_BYTES = 65_535;

    private final GraphQLSchema schema;
    private final List<String> problems = new ArrayList<>();
    private int connections;

    private BulkRules(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** The first thing wrong with the query, if any. */
    static Optional<String> problem(String query, GraphqlEndpoint endpoint) {
        PreparsedDocumentEntry parsed = endpoint.parsed(query);
        if (query.length() > MAX_BYTES) {
            return Optional.of("The query is longer than " + MAX_BYTES + " bytes");
        }
        if (parsed.hasErrors()) {
            return Optional.of(parsed.getErrors().get(0).getMessage());
        }
        List<ExecutableNormalizedField> top =
                ExecutableNormalizedOperationFactory.createExecutableNormalizedOperationWithRawVariables(
                                endpoint.schema(),
                                parsed.getDocument(),
                                null,
                                RawVariables.emptyVariables(),
                                GraphQLContext.getDefault(),
                                Locale.ROOT)
                        .getTopLevelFields();
        if (top.size() != 1 || Set.of("node", "nodes").contains(top.get(0).getName())) {
            return Optional.of("Bulk queries must have exactly one top-level field, and not node or nodes");
        }
        BulkRules rules = new BulkRules(endpoint.schema());
        rules.walk(top.get(0), 0, false);
        if (rules.connections == 0) {
            rules.problems.add("Bulk queries must contain at least one connection.");
        }
        if (rules.connections > MAX_CONNECTIONS) {
            rules.problems.add("Bulk queries cannot contain more than " + MAX_CONNECTIONS + " connections.");
        }
        return rules.problems.stream().findFirst();
    }

    private void walk(ExecutableNormalizedField field, int depth, boolean insideList) {
        boolean connection =
                GraphQLTypeUtil.unwrapAll(field.getType(schema)).getName().endsWith("Connection");
        if (connection) {
            connections++;
            check(field, depth, insideList);
        }
        boolean list = insideList
                || (!connection
                        && !field.getName().equals("edges")
                        && GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType(schema))));
        for (ExecutableNormalizedField child : field.getChildren()) {
            walk(child, depth + (connection ? 1 : 0), list);
        }
    }

    private void check(ExecutableNormalizedField connection, int depth, boolean insideList) {
        if (insideList) {
            problems.add("Queries that contain a connection field within a list field are not supported: "
                    + connection.getName());
        }
        if (depth > MAX_DEPTH) {
            problems.add("Bulk queries cannot contain connections with a nesting depth greater than 2.");
        }
        if (connection.getChildren().stream().anyMatch(child -> child.getName().equals("nodes"))) {
            problems.add("Bulk queries must use the edges and node form: " + connection.getName());
        }
        ExecutableNormalizedField parent = connection.getParent();
        boolean nested = parent != null && parent.getName().equals("node");
        if (nested
                && parent.getChildren().stream()
                        .noneMatch(child -> child.getResultKey().equals("id"))) {
            problems.add("The parent of the nested connection " + connection.getName() + " must select its id");
        }
    }
}
