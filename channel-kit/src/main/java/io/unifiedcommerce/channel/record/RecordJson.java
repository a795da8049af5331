package io.unifiedcommerce.channel.record;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON as a record and writes a record as JSON. Whole numbers become Long, or BigInteger where they are larger,
 * and fractions BigDecimal with the digits that were sent: money and ids beyond 2^53 never pass through a double. Of a
 * key given twice the last counts. Jackson's own binding to Object is not used: it gives Integer or Long by the size of
 * the value, so that equal ids of two records may differ in type.
 */
public final class RecordJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
            .build();

    private RecordJson() {}

    /**
     * Reads one JSON value to the end of the stream.
     *
     * @throws JsonProcessingException when it is not JSON, or nested or long beyond all reason
     * @throws IOException when the stream fails
     */
    public static Object read(InputStream json) throws IOException {
        try (JsonParser parser = MAPPER.createParser(json)) {
            return whole(parser);
        }
    }

    /**
     * Reads one JSON value.
     *
     * @throws JsonProcessingException when it is not JSON, or nested or long beyond all reason
     */
    public static Object read(byte[] json) throws IOException {
        try (JsonParser parser = MAPPER.createParser(json)) {
            return whole(parser);
        }
    }

    /** Writes maps, lists and scalars; instants as ISO texts. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a record of maps, lists and scalars: " + value.getClass(), e);
        }
    }

    private static Object whole(JsonParser parser) throws IOException {
        if (parser.nextToken() == null) {
            throw new JsonEOFException(parser, JsonToken.NOT_AVAILABLE, "no JSON value");
        }
        Object value = value(parser);
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "more than one JSON value");
        }
        return value;
    }

    // The parser refuses deep nesting before the stack runs out.
    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? parser.getBigIntegerValue()
                        : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            parser.nextToken();
            fields.put(key, value(parser));
        }
        return fields;
    }

    private static List<Object> list(JsonParser parser) throws IOException {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return items;
    }
}
