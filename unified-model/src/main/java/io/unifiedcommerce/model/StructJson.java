package io.unifiedcommerce.model;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;

/**
 * Writes Connect Structs in the JSON form of the model, byte for byte what {@link JsonForm} writes for the same record.
 * A class of its own, so that whoever reads and writes only Java types runs without Connect. One instance serves any
 * number of threads; it keeps what it compiled for each schema instance it met.
 */
public final class StructJson {

    private static final int MOST_SCHEMAS = 256;

    /** Replaced whole, never changed: reading needs no lock. Equality of schemas is deep, hence identity. */
    private volatile Map<Schema, JsonValueWriter> writers = new IdentityHashMap<>();

    /**
     * Writes {@code struct}, whose schema may have fields beside those of the model.
     *
     * @throws ModelException if a required field is null, an amount or instant is out of the model's range, or the
     *     schema has a type that the model has not
     */
    public byte[] write(Struct struct) {
        return JsonOutput.write(struct, writer(struct.schema()));
    }

    private JsonValueWriter writer(Schema schema) {
        JsonValueWriter known = writers.get(schema);
        return known == null ? learn(schema) : known;
    }

    /** A converter that makes a new schema instance for each record must not fill the memory: hence the limit. */
    private synchronized JsonValueWriter learn(Schema schema) {
        Map<Schema, JsonValueWriter> more =
                writers.size() < MOST_SCHEMAS ? new IdentityHashMap<>(writers) : new IdentityHashMap<>();
        JsonValueWriter writer = object(schema);
        more.put(schema, writer);
        writers = more;
        return writer;
    }

    private static JsonValueWriter object(Schema schema) {
        List<JsonObjectWriter.Field<Struct>> fields = schema.fields().stream()
                .map(field -> new JsonObjectWriter.Field<Struct>(
                        field.name(), field.schema().isOptional(), struct -> struct.get(field), writer(field)))
                .toList();
        return new JsonObjectWriter<>(Struct.class, fields);
    }

    private static JsonValueWriter writer(org.apache.kafka.connect.data.Field field) {
        try {
            return compile(field.schema());
        } catch (ModelException unfit) {
            throw unfit.inField(field.name());
        }
    }

    private static JsonValueWriter compile(Schema schema) {
        if (Decimal.LOGICAL_NAME.equals(schema.name())) {
            return JsonValueWriter.AMOUNT;
        }
        if (Timestamp.LOGICAL_NAME.equals(schema.name())) {
            return JsonValueWriter.INSTANT;
        }
        return switch (schema.type()) {
            case STRING -> JsonValueWriter.TEXT;
            case INT8, INT16, INT32, INT64 -> JsonValueWriter.WHOLE_NUMBER;
            case FLOAT32, FLOAT64 -> JsonValueWriter.NUMBER;
            case BOOLEAN -> JsonValueWriter.TRUTH;
            case STRUCT -> object(schema);
            case ARRAY -> JsonValueWriter.array(compile(schema.valueSchema()));
            case MAP -> JsonValueWriter.map(compile(schema.valueSchema()));
            case BYTES -> throw new ModelException("the model has no bytes: use text");
        };
    }
}
