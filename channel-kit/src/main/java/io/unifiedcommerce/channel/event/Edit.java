package io.unifiedcommerce.channel.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Changes what stands at a path in a copy; what is beside the path is shared with the original. */
final class Edit {
    private final String[] steps;
    private final UnaryOperator<Object> change;

    private Edit(String path, UnaryOperator<Object> change) {
        this.steps = path.split("\\.");
        this.change = change;
    }

    /** Takes a value away. */
    static Edit without(String path) {
        return new Edit(path, value -> null);
    }

    /** Cuts a web address before the question mark or the hash sign. */
    static Edit withoutQuery(String path) {
        return new Edit(path, value -> value instanceof String text ? text.split("[?#]", 2)[0] : null);
    }

    Map<String, Object> apply(Map<String, Object> record) {
        return map(record, 0);
    }

    private Object apply(Object node, int step) {
        if (node == null) {
            return null;
        }
        if (step == steps.length) {
            return change.apply(node);
        }
        if (node instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(item -> copy.add(apply(item, step)));
            return copy;
        }
        return node instanceof Map<?, ?> map ? map(map, step) : node;
    }

    private Map<String, Object> map(Map<?, ?> node, int step) {
        Map<String, Object> copy = new LinkedHashMap<>();
        node.forEach((key, value) -> {
            Object kept = steps[step].equals(key) ? apply(value, step + 1) : value;
            if (kept != null || value == null) {
                copy.put(String.valueOf(key), kept);
            }
        });
        return copy;
    }
}
