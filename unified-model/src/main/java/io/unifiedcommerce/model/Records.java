package io.unifiedcommerce.model;

import org.apache.avro.specific.SpecificRecord;

/** Makes records of the generated types from what flows through Connect. */
public final class Records {

    private Records() {}

    /**
     * Copies {@code source}, a Connect Struct or a Map by field name, nested alike. Amounts may be BigDecimal, whole
     * numbers or text; instants Instant, Date, milliseconds since 1970 or ISO text. Unknown fields are skipped; a
     * missing or null field has its default.
     *
     * @throws ModelException if {@code source} is no record, or a field has a wrong type, is out of range or missing
     */
    public static <T extends SpecificRecord> T from(Object source, Class<T> type) {
        return type.cast(RecordBinder.of(type).bind(source));
    }
}
