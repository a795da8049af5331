package io.unifiedcommerce.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.apache.avro.specific.SpecificRecord;

/** Reads the records of one generated type. */
final class JsonRecordReader implements JsonValueReader {

    private static final ClassValue<JsonRecordReader> READERS = new ClassValue<>() {
        @Override
        protected JsonRecordReader computeValue(Class<?> type) {
            return new JsonRecordReader(RecordType.of(type));
        }
    };

    private final RecordType type;
    private final JsonValueReader[] readers;

    private JsonRecordReader(RecordType type) {
        this.type = type;
        this.readers = new JsonValueReader[type.size()];
        for (int slot = 0; slot < readers.length; slot++) {
            readers[slot] = JsonValueReader.of(type.type(slot), type);
        }
    }

    static JsonRecordReader of(Class<?> type) {
        return READERS.get(type);
    }

    @Override
    public SpecificRecord read(JsonParser in) throws IOException {
        if (!in.isExpectedStartObjectToken()) {
            throw JsonValueReader.unexpected("an object", in);
        }
        SpecificRecord record = type.create();
        long present = 0;
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            JsonToken token = in.nextToken();
            int slot = type.slot(name);
            if (slot < 0) {
                in.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                record.put(slot, value(slot, in));
                present |= 1L << slot;
            }
        }
        type.complete(record, present);
        return record;
    }

    private Object value(int slot, JsonParser in) throws IOException {
        try {
            return readers[slot].read(in);
        } catch (ModelException unfit) {
            throw unfit.inField(type.name(slot));
        }
    }
}
