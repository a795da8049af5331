package io.unifiedcommerce.channel.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Schema;

/** One use of an operator in a mapping file, with typed access to its argument and companions. */
record OperatorCall(ExprCompiler compiler, JsonNode node, String name, Schema target, String at) {

    JsonNode argument() {
        return node.get(name);
    }

    Expr expr() {
        return compiler.compile(argument(), target, at + "." + name);
    }

    boolean has(String companion) {
        return node.has(companion);
    }

    /** A companion's expression; the constant null when it is left out. */
    Expr expr(String companion) {
        return has(companion)
                ? compiler.compile(node.get(companion), target, at + "." + companion)
                : ExprCompiler.constant(null);
    }

    /** The argument as a list of expressions. */
    List<Expr> exprs() {
        List<Expr> exprs = new ArrayList<>();
        if (!argument().isArray()) {
            problem("expected a list of expressions");
            return exprs;
        }
        for (int i = 0; i < argument().size(); i++) {
            exprs.add(compiler.compile(argument().get(i), target, at + "." + name + "[" + i + "]"));
        }
        return exprs;
    }

    /** The argument as exactly two expressions. */
    List<Expr> pair() {
        List<Expr> exprs = exprs();
        if (exprs.size() == 2) {
            return exprs;
        }
        problem("expected two expressions, found " + exprs.size());
        return List.of(ExprCompiler.constant(null), ExprCompiler.constant(null));
    }

    String text(String companion, String byDefault) {
        return has(companion) ? node.get(companion).asText() : byDefault;
    }

    int number(String companion, int byDefault) {
        if (!has(companion)) {
            return byDefault;
        }
        if (!node.get(companion).canConvertToInt()) {
            problem("'" + companion + "' must be a whole number");
            return byDefault;
        }
        return node.get(companion).intValue();
    }

    /** A companion's condition; always true when it is left out. */
    Condition condition(String companion) {
        return has(companion)
                ? compiler.condition(node.get(companion), at + "." + companion)
                : ConditionCompiler.always();
    }

    /** A companion that is a table of constants by text. */
    Map<String, Object> table(String companion) {
        Map<String, Object> table = new LinkedHashMap<>();
        if (!has(companion) || !node.get(companion).isObject()) {
            problem("needs '" + companion + "', a map of values");
            return table;
        }
        node.get(companion).properties().forEach(e -> table.put(e.getKey(), ExprCompiler.scalar(e.getValue())));
        return table;
    }

    void problem(String message) {
        compiler.problem(at + "." + name, message);
    }

    /** The paths of several expressions and conditions, each once. */
    static List<String> paths(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }

    static List<String> pathsOf(List<Expr> exprs) {
        return exprs.stream().flatMap(expr -> expr.paths().stream()).distinct().toList();
    }

    /** The parts that several expressions fill of one target, each with all its paths. */
    static Map<String, List<String>> partsOf(List<Expr> exprs) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        exprs.forEach(expr -> expr.parts().forEach((part, paths) -> parts.merge(part, paths, OperatorCall::paths)));
        return parts;
    }
}
