package io.unifiedcommerce.channel.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.unifiedcommerce.channel.manifest.NearestName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/** Compiles the conditions of a mapping file. */
final class ConditionCompiler {
    private static final List<String> NAMES =
            List.of("eq", "ne", "in", "present", "absent", "gt", "ge", "lt", "le", "not", "all", "any");

    private final ExprCompiler compiler;

    ConditionCompiler(ExprCompiler compiler) {
        this.compiler = compiler;
    }

    Condition compile(JsonNode node, String at) {
        if (!node.isObject() || node.size() != 1) {
            compiler.problem(at, "expected one condition, such as {eq: [a, b]}; known are " + String.join(", ", NAMES));
            return never();
        }
        String name = node.fieldNames().next();
        JsonNode argument = node.get(name);
        String path = at + "." + name;
        return switch (name) {
            case "eq" -> compare(argument, path, (a, b) -> same(a, b));
            case "ne" -> compare(argument, path, (a, b) -> !same(a, b));
            case "gt" -> order(argument, path, sign -> sign > 0);
            case "ge" -> order(argument, path, sign -> sign >= 0);
            case "lt" -> order(argument, path, sign -> sign < 0);
            case "le" -> order(argument, path, sign -> sign <= 0);
            case "in" -> in(argument, path);
            case "present" -> present(argument, path, true);
            case "absent" -> present(argument, path, false);
            case "not" -> not(compile(argument, path));
            case "all" -> all(argument, path, true);
            case "any" -> all(argument, path, false);
            default -> {
                compiler.problem(at, "unknown condition '" + name + "'; " + NearestName.hint(name, NAMES));
                yield never();
            }
        };
    }

    private Condition compare(JsonNode argument, String at, BiPredicate<Object, Object> test) {
        if (!argument.isArray() || argument.size() != 2) {
            compiler.problem(at, "expected two expressions");
            return never();
        }
        Expr left = compiler.compile(argument.get(0), null, at + "[0]");
        Expr right = compiler.compile(argument.get(1), null, at + "[1]");
        return condition(
                OperatorCall.paths(left.paths(), right.paths()),
                (node, scope) -> test.test(left.eval(node, scope), right.eval(node, scope)));
    }

    private Condition order(JsonNode argument, String at, IntPredicate test) {
        return compare(
                argument,
                at,
                (a, b) -> a != null && b != null && test.test(Numbers.decimal(a).compareTo(Numbers.decimal(b))));
    }

    private Condition in(JsonNode argument, String at) {
        if (!argument.isArray() || argument.size() != 2 || !argument.get(1).isArray()) {
            compiler.problem(at, "expected [expression, [constants]]");
            return never();
        }
        Expr value = compiler.compile(argument.get(0), null, at + "[0]");
        Set<String> constants = new HashSet<>();
        argument.get(1).forEach(constant -> constants.add(constant.asText()));
        return condition(value.paths(), (node, scope) -> {
            Object found = value.eval(node, scope);
            return found != null && constants.contains(Coercion.text(found));
        });
    }

    private Condition present(JsonNode argument, String at, boolean wanted) {
        Expr value = compiler.compile(argument, null, at);
        return condition(value.paths(), (node, scope) -> wanted == isPresent(value.eval(node, scope)));
    }

    private static Condition not(Condition inner) {
        return condition(inner.paths(), (node, scope) -> !inner.test(node, scope));
    }

    private Condition all(JsonNode argument, String at, boolean every) {
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < argument.size(); i++) {
            parts.add(compile(argument.get(i), at + "[" + i + "]"));
        }
        return condition(
                parts.stream().flatMap(part -> part.paths().stream()).distinct().toList(),
                (node, scope) -> every
                        ? parts.stream().allMatch(part -> part.test(node, scope))
                        : parts.stream().anyMatch(part -> part.test(node, scope)));
    }

    /** Equal as numbers where both are numbers (1 and 1.0), otherwise as text. */
    private static boolean same(Object a, Object b) {
        if (a == null || b == null) {
            return a == b;
        }
        if (a instanceof Number && b instanceof Number) {
            BigDecimal left = Numbers.decimal(a);
            return left.compareTo(Numbers.decimal(b)) == 0;
        }
        return Objects.equals(Coercion.text(a), Coercion.text(b));
    }

    static boolean isPresent(Object value) {
        return value != null
                && !(value instanceof String text && text.isEmpty())
                && !(value instanceof List<?> list && list.isEmpty());
    }

    static Condition always() {
        return condition(List.of(), (node, scope) -> true);
    }

    private static Condition never() {
        return condition(List.of(), (node, scope) -> false);
    }

    static Condition condition(List<String> paths, BiPredicate<Object, Scope> test) {
        return new Condition() {
            @Override
            public boolean test(Object node, Scope scope) {
                return test.test(node, scope);
            }

            @Override
            public List<String> paths() {
                return paths;
            }
        };
    }
}
