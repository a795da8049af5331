package io.unifiedcommerce.channel.mapping;

import io.unifiedcommerce.channel.manifest.Problem;
import io.unifiedcommerce.model.IsoInstants;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;

/** Turns a found value into what a target field's schema holds. An empty text counts as absent. */
interface Coercion {

    /** The value for the field, or null when there is none. */
    Object apply(Object value);

    /** Digits before the decimal point of decimal(19,4). */
    int INTEGER_DIGITS = 15;

    static Coercion to(Schema schema, String path, List<Problem> problems) {
        if (schema.type() == Schema.Type.ARRAY && schema.valueSchema().type() == Schema.Type.STRUCT) {
            // Built by each, object and chain; nothing is left to convert.
            return value -> typed(value, List.class, "a list");
        }
        if (Decimal.LOGICAL_NAME.equals(schema.name())) {
            int scale = Integer.parseInt(schema.parameters().get(Decimal.SCALE_FIELD));
            return value -> absent(value) ? null : amount(value, scale);
        } else if (Timestamp.LOGICAL_NAME.equals(schema.name())) {
            return value -> absent(value) ? null : Date.from(Instants.ISO.read(value));
        }
        return switch (schema.type()) {
            case STRING -> value -> absent(value) ? null : text(value);
            case INT64 -> value -> absent(value) ? null : (Object) Numbers.wholeNumber(value);
            case INT32 -> value -> absent(value) ? null : (Object) Math.toIntExact(Numbers.wholeNumber(value));
            case FLOAT64 ->
                value -> absent(value) ? null : (Object) Numbers.decimal(value).doubleValue();
            case BOOLEAN -> value -> absent(value) ? null : (Object) bool(value);
            case ARRAY -> list(to(schema.valueSchema(), path, problems));
            case MAP -> map(to(schema.valueSchema(), path, problems));
            case STRUCT -> value -> typed(value, Struct.class, "a nested record");
            default -> {
                problems.add(new Problem(path, "no mapping to type " + schema.type()));
                yield value -> value;
            }
        };
    }

    private static Coercion list(Coercion element) {
        return value -> {
            List<?> found = (List<?>) typed(value, List.class, "a list");
            if (found == null) {
                return null;
            }
            List<Object> items = new ArrayList<>(found.size());
            for (Object item : found) {
                Object coerced = item == null ? null : element.apply(item);
                if (coerced != null) {
                    items.add(coerced);
                }
            }
            return items;
        };
    }

    private static Coercion map(Coercion element) {
        return value -> {
            Map<?, ?> found = (Map<?, ?>) typed(value, Map.class, "a map");
            if (found == null) {
                return null;
            }
            Map<String, Object> entries = new LinkedHashMap<>();
            found.forEach((key, item) -> {
                Object coerced = item == null ? null : element.apply(item);
                if (coerced != null) {
                    entries.put(String.valueOf(key), coerced);
                }
            });
            return entries;
        };
    }

    private static Object typed(Object value, Class<?> type, String expected) {
        if (absent(value)) {
            return null;
        }
        if (!type.isInstance(value)) {
            throw new ValueFault(expected + " is expected", value);
        }
        return value;
    }

    private static boolean absent(Object value) {
        return value instanceof String text && text.isEmpty();
    }

    private static BigDecimal amount(Object value, int scale) {
        BigDecimal amount = Numbers.decimal(value).setScale(scale, RoundingMode.HALF_UP);
        if (amount.precision() - scale > INTEGER_DIGITS) {
            throw new ValueFault("amount out of range", value);
        }
        return amount;
    }

    private static boolean bool(Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        String text = value.toString();
        if (text.equals("true") || text.equals("1")) {
            return true;
        } else if (text.equals("false") || text.equals("0")) {
            return false;
        }
        throw new ValueFault("not a boolean", value);
    }

    static String text(Object value) {
        if (value instanceof String text) {
            return text;
        } else if (value instanceof BigDecimal decimal) {
            // Written out, 1E+999999999 would fill the memory.
            return Numbers.decimal(decimal).toPlainString();
        } else if (value instanceof Instant instant) {
            return IsoInstants.format(instant);
        } else if (value instanceof Map || value instanceof List) {
            throw new ValueFault("a text is expected, not a " + (value instanceof Map ? "map" : "list"), "");
        }
        return value.toString();
    }
}
