package io.unifiedcommerce.model;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Writes one value that is not null. The scalar writers take Avro's Java types and Connect's. */
@FunctionalInterface
interface JsonValueWriter {

    JsonValueWriter TEXT = (value, out) -> out.text((String) value);
    JsonValueWriter WHOLE_NUMBER = (value, out) -> out.wholeNumber(((Number) value).longValue());
    JsonValueWriter NUMBER = (value, out) -> out.number(((Number) value).doubleValue());
    JsonValueWriter TRUTH = (value, out) -> out.truth((Boolean) value);
    JsonValueWriter AMOUNT = (value, out) -> out.amount((BigDecimal) value);
    JsonValueWriter INSTANT = (value, out) ->
            out.instant(value instanceof Date date ? date.getTime() : IsoInstants.millis((Instant) value));

    void write(Object value, JsonOutput out) throws IOException;

    static JsonValueWriter array(JsonValueWriter element) {
        return (value, out) -> {
            List<?> elements = (List<?>) value;
            out.startArray();
            for (int i = 0; i < elements.size(); i++) {
                try {
                    element.writeNotNull(elements.get(i), out);
                } catch (ModelException unfit) {
                    throw unfit.inElement(i);
                }
            }
            out.endArray();
        };
    }

    static JsonValueWriter map(JsonValueWriter element) {
        return (value, out) -> {
            out.startObject();
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                String key = (String) entry.getKey();
                out.field(key);
                try {
                    element.writeNotNull(entry.getValue(), out);
                } catch (ModelException unfit) {
                    throw unfit.inField(key);
                }
            }
            out.endObject();
        };
    }

    private void writeNotNull(Object value, JsonOutput out) throws IOException {
        if (value == null) {
            throw new ModelException("must not be null");
        }
        write(value, out);
    }
}
