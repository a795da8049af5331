package io.unifiedcommerce.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of the model: decimal(19,4). Whoever has more digits must round them before, by a rule of their own. */
public final class Amounts {

    /** Digits after the decimal point. */
    public static final int SCALE = 4;

    /** Digits in all. */
    public static final int PRECISION = 19;

    private static final int LONGEST_TEXT = 64;

    private Amounts() {}

    /**
     * The same number with scale 4.
     *
     * @throws ModelException if it has more than 4 decimals or 15 digits before them
     */
    public static BigDecimal exact(BigDecimal value) {
        if (value.scale() == SCALE && value.precision() <= PRECISION) {
            return value;
        }
        if (value.signum() == 0) {
            return BigDecimal.ZERO.setScale(SCALE);
        }
        // Both are decided before setScale: it would compute all the digits of 1E+999999999.
        if ((long) value.precision() - value.scale() > PRECISION - SCALE) {
            throw new ModelException("amount has more than " + (PRECISION - SCALE) + " digits before the point");
        }
        if ((long) value.scale() - SCALE >= value.precision()) {
            throw tooManyDecimals();
        }
        try {
            return value.setScale(SCALE, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException inexact) {
            throw tooManyDecimals();
        }
    }

    /**
     * Reads a decimal such as {@code 12.50}.
     *
     * @throws ModelException if it is none, or as {@link #exact}
     */
    public static BigDecimal parse(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new ModelException("not an amount: text of " + text.length() + " characters");
        }
        try {
            return exact(new BigDecimal(text));
        } catch (NumberFormatException malformed) {
            throw new ModelException("not an amount: expected a decimal such as 12.50");
        }
    }

    private static ModelException tooManyDecimals() {
        return new ModelException("amount has more than " + SCALE + " decimals: round it in the mapping");
    }
}
