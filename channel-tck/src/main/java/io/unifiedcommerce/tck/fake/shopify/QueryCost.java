package io.unifiedcommerce.tck.fake.shopify;

import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a call costs by Shopify's rules: scalars nothing, an object 1, a mutation 10, a connection 2 plus its nodes
 * times the natural logarithm of its size doubled and floored. Sums of money, addresses and other values without an
 * identity are free. Sources: the rate limits page of shopify.dev, and Shopify staff on the logarithm in
 * community.shopify.dev topic 24364.
 */
final class QueryCost {
    private static final int MUTATION = 10;
    private static final int CONNECTION = 2;
    private static final Set<String> VALUES = Set.of(
            "MoneyBag",
            "MoneyV2",
            "MailingAddress",
            "LocationAddress",
            "PageInfo",
            "TaxLine",
            "Attribute",
            "SelectedOption",
            "FulfillmentTrackingInfo",
            "CustomerEmailAddress",
            "CustomerPhoneNumber",
            "InventoryQuantity",
            "ShopPlan",
            "MetafieldIdentifier");

    private final GraphQLSchema schema;

    QueryCost(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** The estimate before execution. */
    int requested(ExecutableNormalizedOperation operation) {
        double cost = 0;
        for (ExecutableNormalizedField field : operation.getTopLevelFields()) {
            cost += requested(field);
        }
        return (int) Math.ceil(cost);
    }

    /** The cost of what was really returned, never more than the estimate. */
    int actual(ExecutableNormalizedOperation operation, Map<String, Object> data) {
        double cost = 0;
        for (ExecutableNormalizedField field : operation.getTopLevelFields()) {
            cost += data == null ? 0 : actual(field, data.get(field.getResultKey()));
        }
        return Math.min((int) Math.ceil(cost), requested(operation));
    }

    private double requested(ExecutableNormalizedField field) {
        GraphQLUnmodifiedType type = type(field);
        if (free(type)) {
            return 0;
        }
        if (field.getObjectTypeNames().contains("Mutation")) {
            return MUTATION;
        }
        if (type.getName().endsWith("Connection")) {
            return CONNECTION + factor(size(field)) * nodes(field);
        }
        double children =
                field.getChildren().stream().mapToDouble(this::requested).sum();
        Object ids = field.getResolvedArguments().get("ids");
        return ids instanceof List<?> list ? factor(list.size()) * (1 + children) : 1 + children;
    }

    private double nodes(ExecutableNormalizedField connection) {
        double cost = 0;
        for (ExecutableNormalizedField child : connection.getChildren()) {
            if (child.getName().equals("nodes")) {
                cost += requested(child);
            } else if (child.getName().equals("edges")) {
                cost += child.getChildren().stream()
                        .mapToDouble(this::requested)
                        .sum();
            }
        }
        return cost;
    }

    private double actual(ExecutableNormalizedField field, Object value) {
        GraphQLUnmodifiedType type = type(field);
        if (value == null || free(type)) {
            return 0;
        }
        if (field.getObjectTypeNames().contains("Mutation")) {
            return MUTATION;
        }
        if (value instanceof Map<?, ?> object && type.getName().endsWith("Connection")) {
            return actualConnection(field, object);
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? 0 : factor(list.size()) * mean(field, list);
        }
        return 1 + children(field, (Map<?, ?>) value);
    }

    private double actualConnection(ExecutableNormalizedField connection, Map<?, ?> object) {
        double cost = CONNECTION;
        for (ExecutableNormalizedField child : connection.getChildren()) {
            Object value = object.get(child.getResultKey());
            if (value instanceof List<?> list && !list.isEmpty()) {
                double mean = mean(child, list) - (child.getName().equals("edges") ? 1 : 0);
                cost += factor(list.size()) * mean;
            }
        }
        return cost;
    }

    private double mean(ExecutableNormalizedField field, List<?> list) {
        double sum = 0;
        for (Object element : list) {
            sum += element == null ? 0 : 1 + children(field, (Map<?, ?>) element);
        }
        return sum / list.size();
    }

    private double children(ExecutableNormalizedField field, Map<?, ?> object) {
        double sum = 0;
        for (ExecutableNormalizedField child : field.getChildren()) {
            sum += actual(child, object.get(child.getResultKey()));
        }
        return sum;
    }

    private GraphQLUnmodifiedType type(ExecutableNormalizedField field) {
        return GraphQLTypeUtil.unwrapAll(field.getType(schema));
    }

    private static boolean free(GraphQLUnmodifiedType type) {
        return type instanceof GraphQLScalarType
                || type instanceof GraphQLEnumType
                || VALUES.contains(type.getName())
                || type.getName().endsWith("Error");
    }

    private static int size(ExecutableNormalizedField connection) {
        Object first = connection.getResolvedArguments().get("first");
        return first instanceof Number number ? number.intValue() : PageRequest.MAX;
    }

    private static double factor(int size) {
        return size == 0 ? 0 : Math.floor(2 * Math.log(Math.max(2, size)));
    }
}
