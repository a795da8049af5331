package io.unifiedcommerce.tck.fake.shopify;

import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.GraphQLSchema;
import java.util.LinkedHashMap;
import java.util.Map;

/** The last documents, parsed and validated: a connector sends the same few for ever. Thread safe. */
final class Documents {
    private static final int KEPT = 500;

    private final Map<String, PreparsedDocumentEntry> entries = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PreparsedDocumentEntry> eldest) {
            return size() > KEPT;
        }
    };
    private final GraphQLSchema schema;

    Documents(GraphQLSchema schema) {
        this.schema = schema;
    }

    PreparsedDocumentEntry entry(String query) {
        synchronized (entries) {
            return entries.computeIfAbsent(query, this::parse);
        }
    }

    private PreparsedDocumentEntry parse(String query) {
        ParseAndValidateResult result = ParseAndValidate.parseAndValidate(
                schema, ExecutionInput.newExecutionInput(query).build());
        return result.isFailure()
                ? new PreparsedDocumentEntry(result.getErrors())
                : new PreparsedDocumentEntry(result.getDocument());
    }
}
