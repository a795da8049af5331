package io.unifiedcommerce.tck.fake.shopify;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Shopify's scalars: all of them are strings on the wire but JSON, which is whatever it is. */
final class ShopifyScalars {
    private ShopifyScalars() {}

    static List<GraphQLScalarType> all() {
        return Stream.of("DateTime", "Decimal", "FormattedString", "JSON", "Money", "URL", "UnsignedInt64")
                .map(name -> GraphQLScalarType.newScalar()
                        .name(name)
                        .coercing(name.equals("JSON") ? new AsIs() : new AsText())
                        .build())
                .toList();
    }

    private static class AsIs implements Coercing<Object, Object> {
        @Override
        public Object serialize(Object result, GraphQLContext context, Locale locale) {
            return result;
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            return input;
        }

        @Override
        public Object parseLiteral(
                Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (literal instanceof StringValue text) {
                return text.getValue();
            }
            return literal instanceof IntValue number ? number.getValue() : null;
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return StringValue.newStringValue(input.toString()).build();
        }
    }

    /** Instants print as ISO-8601 with Z, amounts without exponent. */
    private static final class AsText extends AsIs {
        @Override
        public Object serialize(Object result, GraphQLContext context, Locale locale) {
            return result instanceof BigDecimal amount ? amount.toPlainString() : result.toString();
        }
    }
}
