package io.unifiedcommerce.channel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordJsonTest {

    @Test
    void keepsEveryDigitOfNumbers() throws IOException {
        Object read =
                read("{\"id\":7300112233,\"big\":92233720368547758070,\"price\":64.80,\"rate\":1E-7,\"small\":1}");

        assertThat(read)
                .isEqualTo(Map.of(
                        "id", 7300112233L,
                        "big", new BigInteger("92233720368547758070"),
                        "price", new BigDecimal("64.80"),
                        "rate", new BigDecimal("1E-7"),
                        "small", 1L));
    }

    @Test
    void takesTheLastOfEqualKeys() throws IOException {
        assertThat(read("{\"a\":1,\"a\":2}")).isEqualTo(Map.of("a", 2L));
    }

    @Test
    void refusesWhatFollowsTheValue() {
        assertThatThrownBy(() -> read("{}{}")).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void refusesNestingBeyondAllReason() {
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void writesWhatItReads() throws IOException {
        Map<String, Object> record = Map.of("a", List.of(1L, new BigDecimal("2.50"), true), "b", "é");

        assertThat(RecordJson.read(RecordJson.write(record))).isEqualTo(record);
        assertThat(RecordJson.write(List.of(Instant.parse("2026-11-20T10:00:00Z"))))
                .isEqualTo("[\"2026-11-20T10:00:00Z\"]".getBytes(StandardCharsets.UTF_8));
    }

    private static Object read(String json) throws IOException {
        return RecordJson.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
