package io.unifiedcommerce.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/** Where one record is written to, with the scratch space that its instants share. */
final class JsonOutput {

    private final JsonGenerator json;
    private final char[] instant = new char[IsoInstants.LENGTH];

    private JsonOutput(JsonGenerator json) {
        this.json = json;
    }

    static byte[] write(Object value, JsonValueWriter writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
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
        json.writeString(Amounts.exact(value).toPlainString());
    }

    void instant(long epochMillis) throws IOException {
        IsoInstants.write(epochMillis, instant);
        json.writeString(instant, 0, instant.length);
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
}
