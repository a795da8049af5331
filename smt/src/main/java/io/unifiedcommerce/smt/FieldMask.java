package io.unifiedcommerce.smt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;

/** Replaces the value at one path of a record, through lists and nested records; what it leaves alone is shared, not copied. */
record FieldMask(List<String> path, UnaryOperator<Object> mask) {

    Object apply(Object value) {
        return apply(value, 0);
    }

    private Object apply(Object value, int depth) {
        if (value == null) {
            return null;
        } else if (value instanceof List<?> list) {
            List<Object> masked = new ArrayList<>(list.size());
            list.forEach(item -> masked.add(apply(item, depth)));
            return masked;
        } else if (depth == path.size()) {
            return mask.apply(value);
        } else if (value instanceof Struct struct) {
            return struct(struct, depth);
        } else if (value instanceof Map<?, ?> map) {
            return map(map, depth);
        }
        return value;
    }

    private Struct struct(Struct struct, int depth) {
        Field masked = struct.schema().field(path.get(depth));
        if (masked == null) {
            return struct;
        }
        Struct copy = new Struct(struct.schema());
        for (Field field : struct.schema().fields()) {
            Object value = struct.getWithoutDefault(field.name());
            copy.put(field, field == masked ? fitting(field.schema(), apply(value, depth + 1)) : value);
        }
        return copy;
    }

    /** A required text cannot be dropped, only emptied. */
    private Object fitting(Schema schema, Object masked) {
        if (masked != null || schema.isOptional()) {
            return masked;
        }
        return switch (schema.type()) {
            case STRING -> "";
            case ARRAY -> List.of();
            case MAP -> Map.of();
            default ->
                throw new DataException(
                        "field '" + String.join(".", path) + "' is required and no text: it cannot be dropped");
        };
    }

    private Map<String, Object> map(Map<?, ?> map, int depth) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) ->
                copy.put(String.valueOf(key), path.get(depth).equals(key) ? apply(value, depth + 1) : value));
        return copy;
    }
}
