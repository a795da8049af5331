package io.unifiedcommerce.channel.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.unifiedcommerce.channel.manifest.NearestName;
import io.unifiedcommerce.channel.manifest.Problem;
import io.unifiedcommerce.channel.record.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;

/**
 * Compiles the expressions of one mapping file against the unified schema. Collects problems with their path in the file
 * instead of stopping, and never returns null.
 */
final class ExprCompiler {
    private static final Map<String, Operator> OPERATORS = operators();

    /** How one operator is compiled. */
    record Operator(List<String> companions, Function<OperatorCall, Expr> compile) {}

    private final String file;
    private final List<Problem> problems;
    private final ConditionCompiler conditions = new ConditionCompiler(this);

    ExprCompiler(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** All operators by name. */
    static Map<String, Operator> operators() {
        Map<String, Operator> operators = new LinkedHashMap<>();
        TextOperators.register(operators);
        NumberOperators.register(operators);
        ChoiceOperators.register(operators);
        ListOperators.register(operators);
        return operators;
    }

    /** Compiles a map of target fields; every target must exist in the schema, every required one must be mapped. */
    StructPlan struct(JsonNode fields, Schema schema, String at) {
        return struct(fields, schema, at, Set.of());
    }

    /** As {@link #struct(JsonNode, Schema, String)}; some fields are filled by others and are no targets here. */
    StructPlan struct(JsonNode fields, Schema schema, String at, Set<String> filledByOthers) {
        List<StructPlan.Binding> bindings = new ArrayList<>();
        if (!fields.isObject()) {
            problem(at, "expected target fields with their expressions");
            return new StructPlan(schema, bindings);
        }
        List<String> names = schema.fields().stream()
                .map(Field::name)
                .filter(name -> !filledByOthers.contains(name))
                .toList();
        fields.properties().forEach(entry -> {
            Field field = schema.field(entry.getKey());
            String path = at + "." + entry.getKey();
            if (!names.contains(entry.getKey())) {
                problem(path, "unknown field; " + NearestName.hint(entry.getKey(), names));
            } else {
                bindings.add(new StructPlan.Binding(
                        field,
                        compile(entry.getValue(), field.schema(), path),
                        Coercion.to(field.schema(), path, problems)));
            }
        });
        names.stream()
                .filter(name -> StructPlan.isRequired(schema.field(name)) && !fields.has(name))
                .forEach(name -> problem(at, "required field '" + name + "' is not mapped"));
        return new StructPlan(schema, bindings);
    }

    /**
     * Compiles one expression.
     *
     * @param target the schema it has to fill; null where any value serves
     */
    Expr compile(JsonNode node, Schema target, String at) {
        if (node.isTextual()) {
            return path(node.textValue(), at);
        } else if (node.isNumber() || node.isBoolean()) {
            return constant(scalar(node));
        } else if (!node.isObject() || node.isEmpty()) {
            problem(at, "expected a path, a constant or an operator");
            return constant(null);
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            Operator operator = OPERATORS.get(entry.getKey());
            if (operator != null && isLeader(node, entry.getKey())) {
                companions(node, entry.getKey(), operator, at);
                return operator.compile().apply(new OperatorCall(this, node, entry.getKey(), target, at));
            }
        }
        String first = node.fieldNames().next();
        problem(at, "unknown operator '" + first + "'; " + NearestName.hint(first, OPERATORS.keySet()));
        return constant(null);
    }

    /** Whether the key leads the operator rather than accompanying another, as {@code value} or {@code when} may. */
    private static boolean isLeader(JsonNode node, String key) {
        return node.properties().stream()
                .noneMatch(other -> !other.getKey().equals(key)
                        && OPERATORS.containsKey(other.getKey())
                        && OPERATORS.get(other.getKey()).companions().contains(key));
    }

    private void companions(JsonNode node, String name, Operator operator, String at) {
        node.fieldNames().forEachRemaining(key -> {
            if (!key.equals(name) && !operator.companions().contains(key)) {
                problem(
                        at + "." + key,
                        operator.companions().isEmpty()
                                ? "operator '" + name + "' stands alone"
                                : "unknown beside '" + name + "'; " + NearestName.hint(key, operator.companions()));
            }
        });
    }

    /** A path: from the node at hand; from the record's start after a slash; from the element around after a caret. */
    Expr path(String text, String at) {
        boolean relative = !text.startsWith("/") && !text.startsWith("^");
        try {
            Path path = Path.parse(relative ? text : text.substring(1));
            BiFunction<Object, Scope, Object> eval = relative
                    ? (node, scope) -> path.get(node)
                    : text.startsWith("/")
                            ? (node, scope) -> path.get(scope.root())
                            : (node, scope) -> path.get(scope.outer());
            return expr(List.of(text), eval);
        } catch (IllegalArgumentException e) {
            problem(at, e.getMessage());
            return constant(null);
        }
    }

    Condition condition(JsonNode node, String at) {
        return conditions.compile(node, at);
    }

    void problem(String at, String message) {
        problems.add(new Problem(file + ": " + at, message));
    }

    static Expr constant(Object value) {
        return expr(List.of(), (node, scope) -> value);
    }

    static Expr expr(List<String> paths, BiFunction<Object, Scope, Object> eval) {
        return new Expr() {
            @Override
            public Object eval(Object node, Scope scope) {
                return eval.apply(node, scope);
            }

            @Override
            public List<String> paths() {
                return paths;
            }
        };
    }

    /** An expression that fills parts of its target from different paths. */
    static Expr expr(List<String> paths, Map<String, List<String>> parts, BiFunction<Object, Scope, Object> eval) {
        Expr whole = expr(paths, eval);
        return new Expr() {
            @Override
            public Object eval(Object node, Scope scope) {
                return whole.eval(node, scope);
            }

            @Override
            public List<String> paths() {
                return paths;
            }

            @Override
            public Map<String, List<String>> parts() {
                return parts;
            }
        };
    }

    static Object scalar(JsonNode node) {
        return switch (node.getNodeType()) {
            case NUMBER -> node.isIntegralNumber() ? (Object) node.longValue() : node.decimalValue();
            case BOOLEAN -> node.booleanValue();
            case STRING -> node.textValue();
            default -> null;
        };
    }
}
