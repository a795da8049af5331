package io.unifiedcommerce.channel.mapping;

import io.unifiedcommerce.channel.mapping.ExprCompiler.Operator;
import io.unifiedcommerce.channel.record.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Operators on texts and instants. */
final class TextOperators {
    private static final Set<String> SURROUNDINGS = Set.of("$parent", "$slice", "$context");

    private TextOperators() {}

    static void register(Map<String, Operator> operators) {
        operators.put("concat", new Operator(List.of("separator"), TextOperators::concat));
        operators.put("after_last", new Operator(List.of("mark"), TextOperators::afterLast));
        operators.put("before", new Operator(List.of("mark"), TextOperators::before));
        operators.put("split", new Operator(List.of("by"), TextOperators::split));
        operators.put("pad", new Operator(List.of("width"), TextOperators::pad));
        operators.put("instant", new Operator(List.of("format", "zone"), TextOperators::instant));
        operators.put("lower", onText(text -> text.toLowerCase(Locale.ROOT)));
        operators.put("upper", onText(text -> text.toUpperCase(Locale.ROOT)));
        operators.put("trim", onText(String::trim));
        operators.put("sha256", onText(TextOperators::sha256));
        operators.put("fingerprint", new Operator(List.of(), TextOperators::fingerprint));
    }

    private static Operator onText(Function<String, Object> function) {
        return new Operator(List.of(), call -> onText(call.expr(), function));
    }

    private static Expr onText(Expr inner, Function<String, Object> function) {
        return ExprCompiler.expr(inner.paths(), (node, scope) -> {
            Object value = inner.eval(node, scope);
            return value == null ? null : function.apply(Coercion.text(value));
        });
    }

    private static Expr concat(OperatorCall call) {
        List<Expr> parts = call.exprs();
        String separator = call.text("separator", "");
        return ExprCompiler.expr(OperatorCall.pathsOf(parts), (node, scope) -> {
            String joined = parts.stream()
                    .map(part -> part.eval(node, scope))
                    .filter(ConditionCompiler::isPresent)
                    .map(Coercion::text)
                    .collect(Collectors.joining(separator));
            return joined.isEmpty() ? null : joined;
        });
    }

    private static Expr afterLast(OperatorCall call) {
        String mark = call.text("mark", "/");
        return onText(
                call.expr(),
                text -> text.substring(text.lastIndexOf(mark) < 0 ? 0 : text.lastIndexOf(mark) + mark.length()));
    }

    private static Expr before(OperatorCall call) {
        String mark = call.text("mark", "?");
        return onText(call.expr(), text -> text.indexOf(mark) < 0 ? text : text.substring(0, text.indexOf(mark)));
    }

    private static Expr split(OperatorCall call) {
        Pattern by = Pattern.compile(Pattern.quote(call.text("by", ",")));
        return onText(
                call.expr(),
                text -> Arrays.stream(by.split(text))
                        .map(String::trim)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private static Expr pad(OperatorCall call) {
        int width = call.number("width", 20);
        return onText(call.expr(), text -> "0".repeat(Math.max(0, width - text.length())) + text);
    }

    private static Expr instant(OperatorCall call) {
        Expr inner = call.expr();
        String format = call.text("format", "iso");
        if (format.equals("local")) {
            Expr zone = call.expr("zone");
            return ExprCompiler.expr(OperatorCall.paths(inner.paths(), zone.paths()), (node, scope) -> {
                Object value = inner.eval(node, scope);
                return ConditionCompiler.isPresent(value) ? Instants.local(value, zone(zone.eval(node, scope))) : null;
            });
        }
        Instants reader = Arrays.stream(Instants.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(format))
                .findFirst()
                .orElse(null);
        if (reader == null) {
            call.problem("unknown format '" + format
                    + "'; known are iso, rfc2822, epoch_seconds, epoch_millis, epoch_micros, odata, local");
            return inner;
        }
        return ExprCompiler.expr(inner.paths(), (node, scope) -> {
            Object value = inner.eval(node, scope);
            return ConditionCompiler.isPresent(value) ? reader.read(value) : null;
        });
    }

    private static ZoneId zone(Object name) {
        try {
            return ZoneId.of(String.valueOf(name));
        } catch (DateTimeException e) {
            throw new ValueFault("not a time zone", name);
        }
    }

    private static Expr fingerprint(OperatorCall call) {
        Expr inner = call.expr();
        return ExprCompiler.expr(inner.paths(), (node, scope) -> Fingerprint.of(itself(inner.eval(node, scope))));
    }

    /** A record's own content: where it was found may change while the record does not. */
    private static Object itself(Object value) {
        if (!(value instanceof Map<?, ?> record) || Collections.disjoint(record.keySet(), SURROUNDINGS)) {
            return value;
        }
        Map<Object, Object> content = new LinkedHashMap<>(record);
        content.keySet().removeAll(SURROUNDINGS);
        return content;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
