package io.unifiedcommerce.tck.fake.contract;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;

/** Compares a smaller schema with the whole one that it is said to be a part of. */
final class SubsetCheck {
    private final List<String> differences = new ArrayList<>();
    private final GraphQLSchema whole;

    SubsetCheck(GraphQLSchema whole) {
        this.whole = whole;
    }

    List<String> differences(GraphQLSchema part) {
        for (GraphQLNamedType type : part.getAllTypesAsList()) {
            GraphQLType published = whole.getType(type.getName());
            if (published == null) {
                differences.add("no type " + type.getName());
            } else if (!published.getClass().equals(type.getClass())) {
                differences.add(type.getName() + " is another kind of type");
            } else if (type instanceof GraphQLFieldsContainer fields) {
                fields(fields, (GraphQLFieldsContainer) published);
            } else if (type instanceof GraphQLInputObjectType input) {
                input(input, (GraphQLInputObjectType) published);
            } else if (type instanceof GraphQLEnumType values) {
                values(values, (GraphQLEnumType) published);
            }
        }
        return differences;
    }

    private void fields(GraphQLFieldsContainer part, GraphQLFieldsContainer published) {
        for (GraphQLFieldDefinition field : part.getFieldDefinitions()) {
            String name = part.getName() + "." + field.getName();
            GraphQLFieldDefinition original = published.getFieldDefinition(field.getName());
            if (original == null) {
                differences.add("no field " + name);
            } else {
                same(name, field.getType(), original.getType());
                arguments(name, field, original);
            }
        }
    }

    private void arguments(String name, GraphQLFieldDefinition field, GraphQLFieldDefinition original) {
        field.getArguments().forEach(argument -> {
            String path = name + "(" + argument.getName() + ":)";
            if (original.getArgument(argument.getName()) == null) {
                differences.add("no argument " + path);
            } else {
                same(
                        path,
                        argument.getType(),
                        original.getArgument(argument.getName()).getType());
            }
        });
    }

    private void input(GraphQLInputObjectType part, GraphQLInputObjectType published) {
        for (GraphQLInputObjectField field : part.getFieldDefinitions()) {
            String name = part.getName() + "." + field.getName();
            GraphQLInputObjectField original = published.getFieldDefinition(field.getName());
            if (original == null) {
                differences.add("no input field " + name);
            } else {
                same(name, field.getType(), original.getType());
            }
        }
    }

    private void values(GraphQLEnumType part, GraphQLEnumType published) {
        part.getValues().stream()
                .filter(value -> published.getValue(value.getName()) == null)
                .forEach(value -> differences.add("no value " + part.getName() + "." + value.getName()));
    }

    private void same(String name, GraphQLType type, GraphQLType original) {
        String here = GraphQLTypeUtil.simplePrint(type);
        String there = GraphQLTypeUtil.simplePrint(original);
        if (!here.equals(there)) {
            differences.add(name + " is " + here + ", published as " + there);
        }
    }
}
