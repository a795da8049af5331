package io.unifiedcommerce.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/** Where one record is written to, with the scratch space that its instants and amounts share. */
final class JsonOutput {

    /** The generator hands over all but the longest records in one piece: then the array has the right length. */
    private static final class Bytes extends ByteArrayOutputStream {

        Bytes() {
            super(0);
        }

        @Override
        public synchronized byte[] toByteArray() {
            return count == buf.length ? buf : super.toByteArray();
        }
    }

    private static final int DIGITS_OF_LONG = 18;

    private final JsonGenerator json;
    /** Long enough for an instant and for an amount, which has a sign, 19 digits and a point at most. */
    private final char[] scratch = new char[IsoInstants.LENGTH];

    private JsonOutput(JsonGenerator json) {
        this.json = json;
    }

    static byte[] write(Object value, JsonValueWriter writer) {
        Bytes bytes = new Bytes();
        try (JsonGenerator json = JsonForm.JSON.createGenerator(bytes)) {
            writer.write(value, new JsonOutput(json));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to an array cannot fail", impossible);
        }
        return bytes.toByteArray();
    }

    void text(String value) throws IOException {
        json.writeString(value);
    }

    void wholeNumber(long value) throws IOException {
        json.writeNumber(value);
    }

    void number(double value) throws IOException {
        if (!Double.isFinite(value)) {
            throw new ModelException("JSON has no infinite numbers");
        }
        json.writeNumber(value);
    }

    void truth(boolean value) throws IOException {
        json.writeBoolean(value);
    }

    void amount(BigDecimal value) throws IOException {
        BigDecimal exact = Amounts.exact(value);
        if (exact.precision() > DIGITS_OF_LONG) {
            json.writeString(exact.toPlainString());
        } else {
            // toPlainString leaves four times the garbage behind, and amounts are the most frequent fields.
            int start = amount(exact.scaleByPowerOfTen(Amounts.SCALE).longValue());
            json.writeString(scratch, start, scratch.length - start);
        }
    }

    void instant(long epochMillis) throws IOException {
        IsoInstants.write(epochMillis, scratch);
        json.writeString(scratch, 0, IsoInstants.LENGTH);
    }

    void startObject() throws IOException {
        json.writeStartObject();
    }

    void field(SerializableString name) throws IOException {
        json.writeFieldName(name);
    }

    void field(String name) throws IOException {
        json.writeFieldName(name);
    }

    void endObject() throws IOException {
        json.writeEndObject();
    }

    void startArray() throws IOException {
        json.writeStartArray();
    }

    void endArray() throws IOException {
        json.writeEndArray();
    }

    /** Writes the amount at the end of the scratch space, last digit first; gives the place of its first character. */
    private int amount(long unscaled) {
        int at = scratch.length;
        long rest = Math.abs(unscaled);
        for (int digits = 0; digits <= Amounts.SCALE || rest > 0; digits++) {
            if (digits == Amounts.SCALE) {
                scratch[--at] = '.';
            }
            scratch[--at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        if (unscaled < 0) {
            scratch[--at] = '-';
        }
        return at;
    }
}
