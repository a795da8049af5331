package io.unifiedcommerce.tck.fake.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.execution.RawVariables;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.schema.GraphQLSchema;
import io.unifiedcommerce.tck.fake.Faults;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** POST /admin/api/{version}/graphql.json: checks, prices, executes and reports the cost. */
final class GraphqlEndpoint {
    private static final int MAX_COST = 1000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final GraphQLSchema schema;
    private final GraphQL graphql;
    private final Documents documents;
    private final QueryCost cost;
    private final CostBucket bucket;
    private final Faults faults;

    GraphqlEndpoint(GraphQLSchema schema, CostBucket bucket, Faults faults) {
        this.schema = schema;
        this.bucket = bucket;
        this.faults = faults;
        documents = new Documents(schema);
        cost = new QueryCost(schema);
        graphql = GraphQL.newGraphQL(schema)
                .preparsedDocumentProvider(
                        (input, parse) -> CompletableFuture.completedFuture(documents.entry(input.getQuery())))
                .defaultDataFetcherExceptionHandler(new ErrorHandler())
                .build();
    }

    @SuppressWarnings("unchecked")
    HttpAnswer answer(HttpCall call, String version) throws IOException {
        JsonNode body = call.json();
        if (!body.path("query").isTextual()) {
            return HttpAnswer.json(400, Map.of("errors", Map.of("query", "Required parameter missing or invalid")));
        }
        Map<String, Object> variables =
                body.path("variables").isObject() ? MAPPER.convertValue(body.path("variables"), Map.class) : Map.of();
        String operation = body.path("operationName").isTextual()
                ? body.path("operationName").asText()
                : null;
        return HttpAnswer.json(200, run(body.path("query").asText(), operation, variables, version));
    }

    /** Executes the document of a bulk operation, free of charge. */
    ExecutionResult runBulk(String query, CallContext context) {
        return execute(query, null, Map.of(), context);
    }

    PreparsedDocumentEntry parsed(String query) {
        return documents.entry(query);
    }

    GraphQLSchema schema() {
        return schema;
    }

    private Map<String, Object> run(String query, String operation, Map<String, Object> variables, String version) {
        PreparsedDocumentEntry parsed = documents.entry(query);
        if (parsed.hasErrors()) {
            return Map.of(
                    "errors",
                    parsed.getErrors().stream().map(ErrorHandler::undocumented).toList());
        }
        ExecutableNormalizedOperation priced;
        try {
            priced = ExecutableNormalizedOperationFactory.createExecutableNormalizedOperationWithRawVariables(
                    schema,
                    parsed.getDocument(),
                    operation,
                    RawVariables.of(variables),
                    GraphQLContext.getDefault(),
                    Locale.ROOT);
        } catch (GraphQLException e) {
            return refusal("INVALID_VARIABLE", e.getMessage());
        }
        int requested = cost.requested(priced);
        if (requested > MAX_COST) {
            return refusal(
                    "MAX_COST_EXCEEDED",
                    "Query cost is " + requested + ", which exceeds the single query max cost limit (" + MAX_COST
                            + ").");
        }
        if (!bucket.take(requested)) {
            Map<String, Object> throttled = new LinkedHashMap<>(refusal("THROTTLED", "Throttled"));
            throttled.put("extensions", Map.of("cost", costs(requested, null)));
            return throttled;
        }
        CallContext context = CallContext.interactive(faults, version);
        ExecutionResult result = execute(query, operation, variables, context);
        int actual = cost.actual(priced, result.getData());
        bucket.refund((double) requested - actual);
        return response(result, context, costs(requested, actual));
    }

    private ExecutionResult execute(
            String query, String operation, Map<String, Object> variables, CallContext context) {
        return graphql.execute(ExecutionInput.newExecutionInput(query)
                .operationName(operation)
                .variables(variables)
                .graphQLContext(Map.of(CallContext.KEY, context))
                .build());
    }

    private static Map<String, Object> response(
            ExecutionResult result, CallContext context, Map<String, Object> costs) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (!result.getErrors().isEmpty()) {
            body.put(
                    "errors",
                    result.getErrors().stream()
                            .map(GraphQLError::toSpecification)
                            .toList());
        }
        body.put("data", result.getData());
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("cost", costs);
        if (!context.searches().isEmpty()) {
            extensions.put("search", context.searches());
        }
        body.put("extensions", extensions);
        return body;
    }

    private Map<String, Object> costs(int requested, Integer actual) {
        Map<String, Object> costs = new HashMap<>();
        costs.put("requestedQueryCost", requested);
        costs.put("actualQueryCost", actual);
        costs.put("throttleStatus", bucket.status());
        return costs;
    }

    private static Map<String, Object> refusal(String code, String message) {
        return Map.of("errors", List.of(Map.of("message", message, "extensions", Map.of("code", code))));
    }
}
