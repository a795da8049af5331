package io.unifiedcommerce.tck.fake.shopify;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives errors Shopify's shape: a message and a code in the extensions. */
final class ErrorHandler implements DataFetcherExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorHandler.class);

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Throwable failure = parameters.getException();
        String code = failure instanceof ShopifyError error ? error.code() : "INTERNAL_SERVER_ERROR";
        if (!(failure instanceof ShopifyError)) {
            LOG.error("The fake failed to read {}", parameters.getPath(), failure);
        }
        GraphQLError error = GraphqlErrorBuilder.newError()
                .message("%s", failure.getMessage())
                .path(parameters.getPath())
                .location(parameters.getSourceLocation())
                .extensions(Map.of("code", code))
                .build();
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    /** A document that the schema does not allow. */
    static Map<String, Object> undocumented(GraphQLError error) {
        Map<String, Object> specification = new LinkedHashMap<>(error.toSpecification());
        boolean unknown = error instanceof ValidationError invalid
                && invalid.getValidationErrorType() == ValidationErrorType.FieldUndefined;
        specification.put("extensions", Map.of("code", unknown ? "undefinedField" : "argumentLiteralsIncompatible"));
        return specification;
    }
}
