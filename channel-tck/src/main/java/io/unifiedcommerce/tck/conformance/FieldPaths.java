package io.unifiedcommerce.tck.conformance;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields that a GraphQL document asks for, as paths of names in the answer, and the variables that it uses. */
final class FieldPaths {
    private final Map<String, FragmentDefinition> fragments;
    private final Set<String> paths = new TreeSet<>();
    private final Set<String> variables = new TreeSet<>();

    private FieldPaths(Document document) {
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity()));
        document.getDefinitionsOfType(OperationDefinition.class)
                .forEach(operation -> walk("", operation.getSelectionSet()));
    }

    static FieldPaths of(Document document) {
        return new FieldPaths(document);
    }

    Set<String> paths() {
        return paths;
    }

    Set<String> variables() {
        return variables;
    }

    private void walk(String at, SelectionSet selections) {
        if (selections == null) {
            return;
        }
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field field) {
                String path = at.isEmpty() ? field.getResultKey() : at + "." + field.getResultKey();
                paths.add(path);
                field.getArguments().stream().map(Argument::getValue).forEach(this::uses);
                field.getDirectives().stream()
                        .map(Directive::getArguments)
                        .flatMap(List::stream)
                        .map(Argument::getValue)
                        .forEach(this::uses);
                walk(path, field.getSelectionSet());
            } else if (selection instanceof FragmentSpread spread && fragments.containsKey(spread.getName())) {
                walk(at, fragments.get(spread.getName()).getSelectionSet());
            } else if (selection instanceof InlineFragment inline) {
                walk(at, inline.getSelectionSet());
            }
        }
    }

    private void uses(Node<?> value) {
        if (value instanceof VariableReference reference) {
            variables.add(reference.getName());
        }
        value.getChildren().forEach(this::uses);
    }
}
