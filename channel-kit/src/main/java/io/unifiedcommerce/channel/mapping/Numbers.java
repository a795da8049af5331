package io.unifiedcommerce.channel.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads numbers exactly: money never passes through a double unless the platform itself stores one. */
final class Numbers {
    /** More digits than any amount or id has; a longer "number" is an attack on memory, not a value. */
    private static final int MOST_DIGITS = 40;

    private Numbers() {}

    static BigDecimal decimal(Object value) {
        BigDecimal decimal = parse(value);
        if (decimal.precision() > MOST_DIGITS || Math.abs((long) decimal.scale()) > MOST_DIGITS) {
            throw new ValueFault("number with too many digits", value);
        }
        return decimal;
    }

    private static BigDecimal parse(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        } else if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            return BigDecimal.valueOf(((Number) value).longValue());
        } else if (value instanceof BigInteger integer) {
            return new BigDecimal(integer);
        } else if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (Double.isFinite(number)) {
                return BigDecimal.valueOf(number);
            }
        } else if (value instanceof String text && text.length() <= 2 * MOST_DIGITS) {
            try {
                return new BigDecimal(text.trim());
            } catch (NumberFormatException e) {
                throw new ValueFault("not a decimal number", value);
            }
        }
        throw new ValueFault("not a decimal number", value);
    }

    static long wholeNumber(Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            return ((Number) value).longValue();
        }
        try {
            return decimal(value).longValueExact();
        } catch (ArithmeticException e) {
            throw new ValueFault("not a whole number", value);
        }
    }
}
