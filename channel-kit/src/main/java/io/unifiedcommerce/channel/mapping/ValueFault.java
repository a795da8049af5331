package io.unifiedcommerce.channel.mapping;

/** A value cannot be read as what its target needs. Without a stack trace: it is data, not a defect, and may be frequent. */
public final class ValueFault extends RuntimeException {
    private static final int SHOWN = 40;

    /** @param found only its shape is told */
    public ValueFault(String expected, Object found) {
        super(expected + ": '" + shape(found) + "'", null, false, false);
    }

    /** The value with digits as 9 and letters as a: enough to see what is wrong, too little to tell about a person. */
    private static String shape(Object value) {
        String text = String.valueOf(value);
        String shape = text.substring(0, Math.min(text.length(), SHOWN))
                .replaceAll("\\p{Nd}", "9")
                .replaceAll("\\p{L}", "a");
        return text.length() > SHOWN ? shape + "…" : shape;
    }
}
