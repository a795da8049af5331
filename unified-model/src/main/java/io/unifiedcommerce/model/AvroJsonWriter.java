package io.unifiedcommerce.model;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;

/** Compiles, once for each generated type, what writes its records as JSON. */
final class AvroJsonWriter {

    private static final ClassValue<JsonValueWriter> WRITERS = new ClassValue<>() {
        @Override
        protected JsonValueWriter computeValue(Class<?> type) {
            return compile(RecordType.of(type));
        }
    };

    private AvroJsonWriter() {}

    static JsonValueWriter of(Class<?> type) {
        return WRITERS.get(type);
    }

    private static JsonValueWriter compile(RecordType type) {
        List<JsonObjectWriter.Field<SpecificRecord>> fields = IntStream.range(0, type.size())
                .mapToObj(slot -> new JsonObjectWriter.Field<SpecificRecord>(
                        type.name(slot),
                        type.type(slot).optional(),
                        record -> record.get(slot),
                        writer(type.type(slot), type)))
                .toList();
        return new JsonObjectWriter<>(SpecificRecord.class, fields);
    }

    private static JsonValueWriter writer(FieldType type, RecordType owner) {
        return switch (type.kind()) {
            case STRING -> JsonValueWriter.TEXT;
            case LONG -> JsonValueWriter.WHOLE_NUMBER;
            case DOUBLE -> JsonValueWriter.NUMBER;
            case BOOLEAN -> JsonValueWriter.TRUTH;
            case AMOUNT -> JsonValueWriter.AMOUNT;
            case INSTANT -> JsonValueWriter.INSTANT;
            case RECORD -> of(owner.nested(type.schema()));
            case ARRAY -> JsonValueWriter.array(writer(type.element(), owner));
            case MAP -> JsonValueWriter.map(writer(type.element(), owner));
        };
    }
}
