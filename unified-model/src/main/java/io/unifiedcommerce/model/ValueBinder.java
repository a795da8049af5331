package io.unifiedcommerce.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns one value of a Struct or Map into the Java type of the field it is for. */
@FunctionalInterface
interface ValueBinder {

    Object bind(Object value);

    static ValueBinder of(FieldType type, RecordType owner) {
        return switch (type.kind()) {
            case STRING -> ValueBinder::text;
            case LONG -> ValueBinder::wholeNumber;
            case DOUBLE -> ValueBinder::number;
            case BOOLEAN -> ValueBinder::truth;
            case AMOUNT -> ValueBinder::amount;
            case INSTANT -> ValueBinder::instant;
            case RECORD -> RecordBinder.of(owner.nested(type.schema()));
            case ARRAY -> array(of(type.element(), owner));
            case MAP -> map(of(type.element(), owner));
        };
    }

    static ModelException unexpected(String expected, Object found) {
        return new ModelException("expected " + expected + ", found "
                + (found == null ? "null" : found.getClass().getSimpleName()));
    }

    private static String text(Object value) {
        if (value instanceof CharSequence text) {
            return text.toString();
        }
        throw unexpected("text", value);
    }

    private static Long wholeNumber(Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        throw unexpected("a whole number", value);
    }

    private static Double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw unexpected("a number", value);
    }

    private static Boolean truth(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw unexpected("true or false", value);
    }

    /** No Double and no Float: their cents are already lost. */
    private static BigDecimal amount(Object value) {
        if (value instanceof BigDecimal decimal) {
            return Amounts.exact(decimal);
        }
        if (value instanceof CharSequence text) {
            return Amounts.parse(text.toString());
        }
        if (value instanceof BigInteger whole) {
            return Amounts.exact(new BigDecimal(whole));
        }
        if (value instanceof Long || value instanceof Integer) {
            return Amounts.exact(BigDecimal.valueOf(((Number) value).longValue()));
        }
        throw unexpected("an amount as BigDecimal or text", value);
    }

    static Instant instant(Object value) {
        if (value instanceof Instant instant) {
            return IsoInstants.ofMillis(IsoInstants.millis(instant));
        }
        if (value instanceof Date date) {
            return IsoInstants.ofMillis(date.getTime());
        }
        if (value instanceof Long millis) {
            return IsoInstants.ofMillis(millis);
        }
        if (value instanceof CharSequence text) {
            return IsoInstants.parse(text);
        }
        throw unexpected("an instant as Instant, Date, Long or text", value);
    }

    private static ValueBinder array(ValueBinder element) {
        return value -> {
            if (!(value instanceof Collection<?> source)) {
                throw unexpected("a list", value);
            }
            List<Object> elements = new ArrayList<>(source.size());
            for (Object each : source) {
                try {
                    elements.add(element.bind(each));
                } catch (ModelException unfit) {
                    throw unfit.inElement(elements.size());
                }
            }
            return elements;
        };
    }

    private static ValueBinder map(ValueBinder element) {
        return value -> {
            if (!(value instanceof Map<?, ?> source)) {
                throw unexpected("a map", value);
            }
            Map<String, Object> entries = new LinkedHashMap<>();
            source.forEach((key, each) -> {
                String name = String.valueOf(key);
                try {
                    entries.put(name, element.bind(each));
                } catch (ModelException unfit) {
                    throw unfit.inField(name);
                }
            });
            return entries;
        };
    }
}
