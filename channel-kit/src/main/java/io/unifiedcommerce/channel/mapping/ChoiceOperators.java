package io.unifiedcommerce.channel.mapping;

import io.unifiedcommerce.channel.manifest.NearestName;
import io.unifiedcommerce.channel.mapping.ExprCompiler.Operator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Operators that choose: constants, first of several, tables, conditions, and where a record comes from. */
final class ChoiceOperators {
    private static final Map<String, Function<Provenance, Object>> META = meta();

    private ChoiceOperators() {}

    static void register(Map<String, Operator> operators) {
        operators.put(
                "path",
                new Operator(
                        List.of(), call -> call.compiler().path(call.argument().asText(), call.at())));
        operators.put(
                "const", new Operator(List.of(), call -> ExprCompiler.constant(ExprCompiler.scalar(call.argument()))));
        operators.put("first", new Operator(List.of(), ChoiceOperators::first));
        operators.put("lookup", new Operator(List.of("table", "default"), ChoiceOperators::lookup));
        operators.put("if", new Operator(List.of("then", "else"), ChoiceOperators::choose));
        operators.put("meta", new Operator(List.of(), ChoiceOperators::meta));
    }

    private static Map<String, Function<Provenance, Object>> meta() {
        Map<String, Function<Provenance, Object>> meta = new LinkedHashMap<>();
        meta.put("tenant", Provenance::tenant);
        meta.put("channel", Provenance::channel);
        meta.put("instance", Provenance::instance);
        meta.put("stream", Provenance::stream);
        meta.put("capture_mode", Provenance::captureMode);
        meta.put("captured_at", Provenance::capturedAt);
        return Map.copyOf(meta);
    }

    private static Expr first(OperatorCall call) {
        List<Expr> candidates = call.exprs();
        return ExprCompiler.expr(OperatorCall.pathsOf(candidates), OperatorCall.partsOf(candidates), (node, scope) -> {
            for (Expr candidate : candidates) {
                Object value = candidate.eval(node, scope);
                if (ConditionCompiler.isPresent(value)) {
                    return value;
                }
            }
            return null;
        });
    }

    private static Expr lookup(OperatorCall call) {
        Expr key = call.expr();
        Map<String, Object> table = call.table("table");
        Object byDefault = call.has("default") ? ExprCompiler.scalar(call.node().get("default")) : null;
        return ExprCompiler.expr(key.paths(), (node, scope) -> {
            Object value = key.eval(node, scope);
            return value == null ? byDefault : table.getOrDefault(Coercion.text(value), byDefault);
        });
    }

    private static Expr choose(OperatorCall call) {
        Condition condition = call.condition("if");
        Expr then = call.expr("then");
        Expr otherwise = call.expr("else");
        Expr deciding = ExprCompiler.expr(condition.paths(), (node, scope) -> null);
        return ExprCompiler.expr(
                OperatorCall.paths(OperatorCall.pathsOf(List.of(then, otherwise)), condition.paths()),
                OperatorCall.partsOf(List.of(then, otherwise, deciding)),
                (node, scope) -> condition.test(node, scope) ? then.eval(node, scope) : otherwise.eval(node, scope));
    }

    private static Expr meta(OperatorCall call) {
        String name = call.argument().asText();
        Function<Provenance, Object> read = META.get(name);
        if (read == null) {
            call.problem("unknown '" + name + "'; " + NearestName.hint(name, META.keySet()));
            return ExprCompiler.constant(null);
        }
        return ExprCompiler.expr(List.of(), (node, scope) -> read.apply(scope.provenance()));
    }
}
