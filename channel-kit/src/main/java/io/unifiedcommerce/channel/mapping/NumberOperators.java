package io.unifiedcommerce.channel.mapping;

import io.unifiedcommerce.channel.mapping.ExprCompiler.Operator;
import io.unifiedcommerce.channel.record.Path;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Operators on numbers; all exact but division, which keeps 34 digits. */
final class NumberOperators {
    private NumberOperators() {}

    static void register(Map<String, Operator> operators) {
        operators.put("decimal", unary(number -> number));
        operators.put("negate", unary(BigDecimal::negate));
        operators.put("abs", unary(BigDecimal::abs));
        operators.put("round", new Operator(List.of("scale"), NumberOperators::round));
        operators.put("minor", new Operator(List.of("currency"), NumberOperators::minor));
        operators.put("add", new Operator(List.of(), NumberOperators::add));
        operators.put("subtract", binary(BigDecimal::subtract));
        operators.put("multiply", binary(BigDecimal::multiply));
        operators.put("divide", binary((a, b) -> b.signum() == 0 ? null : a.divide(b, MathContext.DECIMAL128)));
        operators.put("sum", new Operator(List.of("of", "when"), NumberOperators::sum));
        operators.put("count", new Operator(List.of("when"), NumberOperators::count));
    }

    private static Operator unary(UnaryOperator<BigDecimal> function) {
        return new Operator(List.of(), call -> unary(call.expr(), function));
    }

    private static Expr unary(Expr inner, UnaryOperator<BigDecimal> function) {
        return ExprCompiler.expr(inner.paths(), (node, scope) -> {
            Object value = inner.eval(node, scope);
            return ConditionCompiler.isPresent(value) ? function.apply(Numbers.decimal(value)) : null;
        });
    }

    private static Expr round(OperatorCall call) {
        int scale = call.number("scale", 2);
        return unary(call.expr(), number -> number.setScale(scale, RoundingMode.HALF_UP));
    }

    /** What 2990 euro cents, 2990 yen or 2990 fils of Kuwait are in whole units: ISO 4217 says how many decimals. */
    private static Expr minor(OperatorCall call) {
        Expr amount = call.expr();
        Expr currency = call.expr("currency");
        return ExprCompiler.expr(OperatorCall.pathsOf(List.of(amount, currency)), (node, scope) -> {
            Object value = amount.eval(node, scope);
            if (!ConditionCompiler.isPresent(value)) {
                return null;
            }
            return BigDecimal.valueOf(Numbers.wholeNumber(value), decimals(currency.eval(node, scope)));
        });
    }

    private static int decimals(Object currency) {
        try {
            int decimals = Currency.getInstance(String.valueOf(currency)).getDefaultFractionDigits();
            if (decimals >= 0) {
                return decimals;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new ValueFault("not a currency with minor units", currency);
    }

    private static Operator binary(BinaryOperator<BigDecimal> function) {
        return new Operator(List.of(), call -> {
            List<Expr> pair = call.pair();
            return ExprCompiler.expr(OperatorCall.pathsOf(pair), (node, scope) -> {
                Object left = pair.get(0).eval(node, scope);
                Object right = pair.get(1).eval(node, scope);
                return ConditionCompiler.isPresent(left) && ConditionCompiler.isPresent(right)
                        ? function.apply(Numbers.decimal(left), Numbers.decimal(right))
                        : null;
            });
        });
    }

    /** Sum of those that are there; null when none is. */
    private static Expr add(OperatorCall call) {
        List<Expr> parts = call.exprs();
        return ExprCompiler.expr(OperatorCall.pathsOf(parts), (node, scope) -> {
            BigDecimal total = null;
            for (Expr part : parts) {
                Object value = part.eval(node, scope);
                if (ConditionCompiler.isPresent(value)) {
                    BigDecimal number = Numbers.decimal(value);
                    total = total == null ? number : total.add(number);
                }
            }
            return total;
        });
    }

    private static Expr sum(OperatorCall call) {
        ItemList items = ItemList.of(call);
        Expr of = call.has("of") ? call.expr("of") : call.compiler().path("$", call.at());
        return ExprCompiler.expr(OperatorCall.paths(items.paths(), items.below(of.paths())), (node, scope) -> {
            BigDecimal total = BigDecimal.ZERO;
            for (Object item : items.matching(node, scope)) {
                Object value = of.eval(item, scope);
                total = ConditionCompiler.isPresent(value) ? total.add(Numbers.decimal(value)) : total;
            }
            return total;
        });
    }

    private static Expr count(OperatorCall call) {
        ItemList items = ItemList.of(call);
        return ExprCompiler.expr(items.paths(), (node, scope) ->
                (long) items.matching(node, scope).size());
    }

    /** The elements of a list that fit a condition. */
    record ItemList(String text, boolean absolute, Path path, Condition when) {

        static ItemList of(OperatorCall call) {
            String text = call.argument().isTextual() ? call.argument().textValue() : "";
            boolean absolute = text.startsWith("/");
            Path path = Path.parse("$");
            try {
                path = Path.parse(absolute ? text.substring(1) : text);
            } catch (IllegalArgumentException e) {
                call.problem("expected the path of a list");
            }
            return new ItemList(text, absolute, path, call.condition(call.has("where") ? "where" : "when"));
        }

        List<String> paths() {
            return OperatorCall.paths(List.of(text), below(when.paths()));
        }

        List<String> below(List<String> inner) {
            return inner.stream()
                    .map(p -> p.startsWith("/") || p.startsWith("^") ? p : p.equals("$") ? text : text + "[]." + p)
                    .toList();
        }

        List<Object> all(Object node, Scope scope) {
            Object found = path.get(absolute ? scope.root() : node);
            if (found instanceof String text && !text.isEmpty()) {
                throw new ValueFault("a list is expected", found);
            }
            return path.list(absolute ? scope.root() : node);
        }

        List<Object> matching(Object node, Scope scope) {
            return all(node, scope).stream()
                    .filter(item -> item != null && when.test(item, scope))
                    .toList();
        }
    }
}
