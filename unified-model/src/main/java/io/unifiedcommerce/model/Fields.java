package io.unifiedcommerce.model;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** The fields of a record, whatever it is made of: an Avro record, a Map or a Connect Struct. */
@FunctionalInterface
interface Fields {

    /** The value of field {@code name}, or null where there is none. */
    Object get(String name);

    /** Null when {@code value} is no record. */
    static Fields of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map::get;
        }
        if (value instanceof IndexedRecord avro) {
            return name -> {
                Schema.Field field = avro.getSchema().getField(name);
                return field == null ? null : avro.get(field.pos());
            };
        }
        // By name: where Connect is not on the class path (Flink), the class StructFields must not be loaded.
        return value != null && value.getClass().getName().equals("org.apache.kafka.connect.data.Struct")
                ? StructFields.of(value)
                : null;
    }

    /** The text in field {@code name}, or null where there is none. */
    default String text(String name) {
        Object value = get(name);
        return value == null ? null : value.toString();
    }

    /** The record in field {@code name}. */
    default Fields required(String name) {
        Fields nested = of(get(name));
        if (nested == null) {
            throw new ModelException("required record is missing").inField(name);
        }
        return nested;
    }
}
