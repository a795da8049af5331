package io.unifiedcommerce.model;

import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * Writes records field by field.
 *
 * @param <R> what the records are made of
 */
final class JsonObjectWriter<R> implements JsonValueWriter {

    /** One field: its name as bytes, where to get its value and how to write it. */
    record Field<R>(SerializedString name, boolean optional, Function<R, Object> value, JsonValueWriter writer) {

        Field(String name, boolean optional, Function<R, Object> value, JsonValueWriter writer) {
            this(new SerializedString(name), optional, value, writer);
        }
    }

    private final Class<R> type;
    private final List<Field<R>> fields;

    JsonObjectWriter(Class<R> type, List<Field<R>> fields) {
        this.type = type;
        this.fields = List.copyOf(fields);
    }

    @Override
    public void write(Object value, JsonOutput out) throws IOException {
        R record = type.cast(value);
        out.startObject();
        for (int i = 0; i < fields.size(); i++) {
            write(fields.get(i), record, out);
        }
        out.endObject();
    }

    private void write(Field<R> field, R record, JsonOutput out) throws IOException {
        Object value = field.value().apply(record);
        if (value == null && field.optional()) {
            return;
        }
        try {
            if (value == null) {
                throw new ModelException("required field is missing");
            }
            out.field(field.name());
            field.writer().write(value, out);
        } catch (ModelException unfit) {
            throw unfit.inField(field.name().getValue());
        }
    }
}
