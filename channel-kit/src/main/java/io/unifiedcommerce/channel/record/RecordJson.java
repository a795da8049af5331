package io.unifiedcommerce.channel.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/**
 * Reads JSON as a record and writes a record as JSON. Whole numbers become Long or BigInteger and fractions BigDecimal with
 * the digits that were sent: money and ids beyond 2^53 never pass through a double. Of a key given twice the last counts.
 */
public final class RecordJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
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
        return MAPPER.readValue(json, Object.class);
    }

    /**
     * Reads one JSON value.
     *
     * @throws JsonProcessingException when it is not JSON, or nested or long beyond all reason
     */
    public static Object read(byte[] json) throws IOException {
        return MAPPER.readValue(json, Object.class);
    }

    /** Writes maps, lists and scalars; instants as ISO texts. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a record of maps, lists and scalars: " + value.getClass(), e);
        }
    }
}
