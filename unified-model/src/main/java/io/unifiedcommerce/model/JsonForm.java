package io.unifiedcommerce.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.specific.SpecificRecord;

/**
 * The JSON form of the model, in UTF-8. Fields stand in the order of the schema; a null field is left out; an amount is
 * a string with four decimals, an instant a string in UTC with milliseconds, a count a number. Safe for any number of
 * threads.
 */
public final class JsonForm {

    static final JsonFactory JSON = new JsonFactory();

    private JsonForm() {}

    /**
     * Writes a record of a generated type.
     *
     * @throws ModelException if a required field is null, or an amount or instant is out of the model's range
     */
    public static byte[] write(SpecificRecord record) {
        return JsonOutput.write(record, AvroJsonWriter.of(record.getClass()));
    }

    /**
     * Reads a record. Unknown fields are skipped; a missing or null field has its default. Amounts may also be JSON
     * numbers and instants milliseconds since 1970, as Kafka's JsonConverter writes them with
     * {@code decimal.format=NUMERIC}.
     *
     * @throws ModelException if {@code json} is malformed or a field has a wrong type, is out of range or missing
     */
    public static <T extends SpecificRecord> T read(byte[] json, Class<T> type) {
        try (JsonParser in = JSON.createParser(json)) {
            return read(in, type);
        } catch (JsonProcessingException malformed) {
            // Without the cause: its message quotes the text.
            JsonLocation at = malformed.getLocation();
            throw new ModelException("malformed JSON" + (at == null ? "" : " at " + at.offsetDescription()));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading an array cannot fail", impossible);
        }
    }

    private static <T extends SpecificRecord> T read(JsonParser in, Class<T> type) throws IOException {
        in.nextToken();
        T record = type.cast(JsonRecordReader.of(type).read(in));
        if (in.nextToken() != null) {
            throw new ModelException("there is more JSON after the record");
        }
        return record;
    }
}
