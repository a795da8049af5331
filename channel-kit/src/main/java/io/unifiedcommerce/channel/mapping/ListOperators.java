package io.unifiedcommerce.channel.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.unifiedcommerce.channel.mapping.ExprCompiler.Operator;
import io.unifiedcommerce.channel.mapping.NumberOperators.ItemList;
import io.unifiedcommerce.channel.record.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.kafka.connect.data.Schema;

/** Operators that build lists, maps and nested structs. */
final class ListOperators {
    private ListOperators() {}

    static void register(Map<String, Operator> operators) {
        operators.put("each", new Operator(List.of("inner", "when", "fields", "value"), ListOperators::each));
        operators.put("object", new Operator(List.of("when"), ListOperators::object));
        operators.put("map", new Operator(List.of(), ListOperators::map));
        operators.put("entries", new Operator(List.of("key", "value"), ListOperators::entries));
        operators.put("find", new Operator(List.of("where", "value"), ListOperators::find));
        operators.put("chain", new Operator(List.of(), ListOperators::chain));
    }

    private static Expr each(OperatorCall call) {
        Schema target = call.target();
        if (target == null || target.type() != Schema.Type.ARRAY) {
            call.problem("fills a list; the target is none");
            return ExprCompiler.constant(null);
        }
        ItemList items = ItemList.of(call);
        Schema element = target.valueSchema();
        ItemBuilder builder = element.type() == Schema.Type.STRUCT ? structs(call, element) : scalars(call, element);
        Path inner = Path.parse(call.text("inner", "$"));
        boolean nested = call.has("inner");
        String within = nested ? inner.toString() : null;
        List<String> paths = elementPaths(items, within, builder.paths());
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put(
                "[]",
                OperatorCall.paths(
                        lists(items, within), seen(items, within, items.when().paths())));
        builder.parts()
                .forEach((part, ofElement) ->
                        parts.merge("[]" + part, seen(items, within, ofElement), OperatorCall::paths));
        return ExprCompiler.expr(paths, parts, (node, scope) -> {
            ListRun run = new ListRun(items, builder, scope);
            Object around = scope.outer();
            if (nested) {
                for (Object outer : items.all(node, scope)) {
                    scope.outer(outer);
                    run.add(items.text() + "[]." + inner, inner.list(outer), false);
                }
            } else {
                run.add(items.text(), items.all(node, scope), true);
            }
            scope.outer(around);
            return run.built;
        });
    }

    /** Paths of the list and, seen from where the list stands, of what is read of its elements. */
    private static List<String> elementPaths(ItemList items, String inner, List<String> ofElement) {
        return OperatorCall.paths(
                lists(items, inner),
                seen(items, inner, OperatorCall.paths(items.when().paths(), ofElement)));
    }

    private static List<String> lists(ItemList items, String inner) {
        return inner == null ? List.of(items.text()) : List.of(items.text(), items.text() + "[]." + inner);
    }

    private static List<String> seen(ItemList items, String inner, List<String> ofElement) {
        String outer = items.text() + "[]";
        String element = inner == null ? outer : outer + "." + inner + "[]";
        return ofElement.stream()
                .map(path -> path.startsWith("/")
                        ? path
                        : path.startsWith("^")
                                ? outer + "." + path.substring(1)
                                : path.equals("$") ? element : element + "." + path)
                .toList();
    }

    /** One run of a list: keeps where it is in target and source, so that errors can say so. */
    private static final class ListRun {
        private final ItemList items;
        private final ItemBuilder builder;
        private final Scope scope;
        private final List<Object> built = new ArrayList<>();

        ListRun(ItemList items, ItemBuilder builder, Scope scope) {
            this.items = items;
            this.builder = builder;
            this.scope = scope;
        }

        void add(String path, List<Object> elements, boolean eachIsOuter) {
            scope.source().enter(path);
            int index = 0;
            for (Object element : elements) {
                scope.source().enter(index++);
                scope.target().enter(built.size());
                if (eachIsOuter) {
                    scope.outer(element);
                }
                if (element != null && fits(element)) {
                    built.add(builder.build().apply(element, scope));
                }
                scope.target().leave();
                scope.source().leave();
            }
            scope.source().leave();
        }

        private boolean fits(Object element) {
            try {
                return items.when().test(element, scope);
            } catch (ValueFault fault) {
                scope.error(String.join(", ", items.when().paths()), fault.getMessage());
                return false;
            }
        }
    }

    /** Builds one element of a list, from paths that are seen from the element. */
    private record ItemBuilder(
            List<String> paths, Map<String, List<String>> parts, BiFunction<Object, Scope, Object> build) {}

    private static ItemBuilder structs(OperatorCall call, Schema element) {
        if (!call.has("fields")) {
            call.problem("needs 'fields', since the target is a list of " + element.name());
        }
        JsonNode fields = call.has("fields") ? call.node().get("fields") : JsonNodeFactory.instance.objectNode();
        StructPlan plan = call.compiler().struct(fields, element, call.at() + ".fields");
        return new ItemBuilder(plan.paths(), plan.parts(), plan::build);
    }

    private static ItemBuilder scalars(OperatorCall call, Schema element) {
        OperatorCall scalar = new OperatorCall(call.compiler(), call.node(), call.name(), element, call.at());
        Expr value = call.has("value") ? scalar.expr("value") : call.compiler().path("$", call.at());
        Coercion coercion = Coercion.to(element, call.at(), new ArrayList<>());
        return new ItemBuilder(value.paths(), value.parts(), (item, scope) -> {
            Object found = value.eval(item, scope);
            return found == null ? null : coercion.apply(found);
        });
    }

    private static Expr object(OperatorCall call) {
        // In a chain the object becomes one element of the list.
        boolean element = call.target() != null && call.target().type() == Schema.Type.ARRAY;
        Schema target = element ? call.target().valueSchema() : call.target();
        if (target == null || target.type() != Schema.Type.STRUCT) {
            call.problem("fills a nested record; the target is none");
            return ExprCompiler.constant(null);
        }
        StructPlan plan = call.compiler().struct(call.argument(), target, call.at() + ".object");
        Condition when = call.condition("when");
        String place = element ? "[]" : "";
        Map<String, List<String>> parts = new LinkedHashMap<>();
        if (!when.paths().isEmpty()) {
            parts.put(place, when.paths());
        }
        plan.parts().forEach((part, paths) -> parts.put(place + part, paths));
        return ExprCompiler.expr(
                OperatorCall.paths(plan.paths(), when.paths()),
                parts,
                (node, scope) -> when.test(node, scope) ? plan.build(node, scope) : null);
    }

    private static Expr map(OperatorCall call) {
        Map<String, Expr> entries = new LinkedHashMap<>();
        call.argument()
                .properties()
                .forEach(entry -> entries.put(
                        entry.getKey(),
                        call.compiler().compile(entry.getValue(), null, call.at() + ".map." + entry.getKey())));
        Map<String, List<String>> parts = new LinkedHashMap<>();
        entries.forEach((key, expr) -> parts.put("." + key, expr.paths()));
        return ExprCompiler.expr(OperatorCall.pathsOf(List.copyOf(entries.values())), parts, (node, scope) -> {
            Map<String, String> values = new LinkedHashMap<>();
            entries.forEach((key, expr) -> {
                Object value = expr.eval(node, scope);
                if (ConditionCompiler.isPresent(value)) {
                    values.put(key, Coercion.text(value));
                }
            });
            return values;
        });
    }

    /** A list of name and value pairs as a map of texts. */
    private static Expr entries(OperatorCall call) {
        ItemList items = ItemList.of(call);
        Expr key = call.expr("key");
        Expr value = call.expr("value");
        List<String> inner = items.below(OperatorCall.paths(key.paths(), value.paths()));
        return ExprCompiler.expr(OperatorCall.paths(items.paths(), inner), (node, scope) -> {
            Map<String, String> values = new LinkedHashMap<>();
            for (Object item : items.all(node, scope)) {
                Object name = key.eval(item, scope);
                Object found = value.eval(item, scope);
                if (ConditionCompiler.isPresent(name) && ConditionCompiler.isPresent(found)) {
                    values.put(Coercion.text(name), Coercion.text(found));
                }
            }
            return values;
        });
    }

    private static Expr find(OperatorCall call) {
        ItemList items = ItemList.of(call);
        Expr value = call.has("value") ? call.expr("value") : call.compiler().path("$", call.at());
        return ExprCompiler.expr(OperatorCall.paths(items.paths(), items.below(value.paths())), (node, scope) -> {
            for (Object item : items.all(node, scope)) {
                if (item != null && items.when().test(item, scope)) {
                    return value.eval(item, scope);
                }
            }
            return null;
        });
    }

    /** Lists one after the other as one list. */
    private static Expr chain(OperatorCall call) {
        List<Expr> parts = call.exprs();
        return ExprCompiler.expr(OperatorCall.pathsOf(parts), OperatorCall.partsOf(parts), (node, scope) -> {
            List<Object> chained = new ArrayList<>();
            for (Expr part : parts) {
                Object value = part.eval(node, scope);
                if (value instanceof List<?> list) {
                    chained.addAll(list);
                } else if (value != null) {
                    chained.add(value);
                }
            }
            return chained;
        });
    }
}
