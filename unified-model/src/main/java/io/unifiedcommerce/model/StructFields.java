package io.unifiedcommerce.model;

import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;

/** The only door from the forms of the model to Connect's Struct. */
final class StructFields {

    private StructFields() {}

    static Fields of(Object value) {
        Struct struct = (Struct) value;
        return name -> {
            Field field = struct.schema().field(name);
            return field == null ? null : struct.get(field);
        };
    }
}
