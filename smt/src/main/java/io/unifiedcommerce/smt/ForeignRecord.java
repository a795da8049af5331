package io.unifiedcommerce.smt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.unifiedcommerce.channel.mapping.Normalizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;

/**
 * Brings what other connectors write into the form that mappings read: JSON text is parsed, a Debezium change event is
 * reduced to the row that it leaves behind.
 */
final class ForeignRecord {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private ForeignRecord() {}

    /**
     * The record that mappings read.
     *
     * @throws DataException when it is JSON text that does not parse, or not a record at all
     */
    static Object read(Object value) {
        if (value instanceof String text) {
            return map(text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof byte[] bytes) {
            return map(bytes);
        } else if (value instanceof Struct struct) {
            return isChangeEvent(struct) ? row(struct) : struct;
        } else if (value instanceof Map<?, ?>) {
            return value;
        }
        throw new DataException("a record must be a map, a Struct or JSON text, not "
                + value.getClass().getSimpleName());
    }

    /** As JSON text, for the dead-letter topic; a Struct by its schema's field names. */
    static String text(Object value) {
        if (value instanceof String text) {
            return text;
        } else if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try {
            return JSON.writeValueAsString(value instanceof Struct struct ? plain(struct) : value);
        } catch (JsonProcessingException e) {
            return String.valueOf(value);
        }
    }

    private static Object map(byte[] json) {
        try {
            return JSON.readValue(json, Map.class);
        } catch (IOException e) {
            // Jackson's own message quotes the text, which may be personal.
            throw new DataException("not a JSON object", null);
        }
    }

    private static boolean isChangeEvent(Struct struct) {
        return struct.schema().field("op") != null
                && struct.schema().field("after") != null
                && struct.schema().field("source") != null;
    }

    private static Object row(Struct event) {
        if (!"d".equals(event.getString("op"))) {
            return event.getStruct("after");
        }
        Struct before = event.getStruct("before");
        Map<String, Object> gone = before == null ? new LinkedHashMap<>() : plain(before);
        gone.put(Normalizer.DELETED, true);
        return gone;
    }

    private static Map<String, Object> plain(Struct struct) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Field field : struct.schema().fields()) {
            Object value = struct.get(field);
            map.put(field.name(), value instanceof Struct nested ? plain(nested) : value);
        }
        return map;
    }
}
