package io.unifiedcommerce.channel.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;

/** Fills one Struct from one node. */
final class StructPlan {

    /** One target field and where it comes from. */
    record Binding(Field field, Expr expr, Coercion coercion) {

        void fill(Struct struct, Object node, Scope scope) {
            scope.target().enter(field.name());
            int faults = scope.errors().size();
            try {
                Object found = expr.eval(node, scope);
                Object value = found == null ? null : coercion.apply(found);
                // What is incomplete below has said so; Struct.put would refuse it once more.
                boolean complete = scope.errors().size() == faults;
                if (complete && value != null) {
                    struct.put(field, value);
                } else if (complete && isRequired(field)) {
                    scope.error(expr.source(), "missing");
                }
            } catch (ValueFault fault) {
                scope.error(expr.source(), fault.getMessage());
            } catch (ArithmeticException overflow) {
                scope.error(expr.source(), "number out of range");
            }
            scope.target().leave();
        }
    }

    static boolean isRequired(Field field) {
        return !field.schema().isOptional() && field.schema().defaultValue() == null;
    }

    private final Schema schema;
    private final Binding[] bindings;

    StructPlan(Schema schema, List<Binding> bindings) {
        this.schema = schema;
        this.bindings = bindings.toArray(Binding[]::new);
    }

    Struct build(Object node, Scope scope) {
        Struct struct = new Struct(schema);
        for (Binding binding : bindings) {
            binding.fill(struct, node, scope);
        }
        return struct;
    }

    List<Binding> bindings() {
        return List.of(bindings);
    }

    /** Paths by what they fill, each field with a dot in front. */
    Map<String, List<String>> parts() {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        for (Binding binding : bindings) {
            binding.expr()
                    .parts()
                    .forEach((part, paths) -> parts.put("." + binding.field().name() + part, paths));
        }
        return parts;
    }

    List<String> paths() {
        return bindings().stream()
                .flatMap(binding -> binding.expr().paths().stream())
                .distinct()
                .toList();
    }
}
