package io.unifiedcommerce.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedJsonTest {

    private static final String LINE = """
            {"line_id":"1","quantity":2,"unit_price":"10.0000","line_total":"20.0000"}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "1",
                "{",
                "{\"line_id\":\"1\"",
                "{\"line_id\":",
                "{\"taxes\":[",
                "{\"line_id\":\"a secret",
                "{'line_id':1}",
                "{\"line_id\":secret}",
                "{\"quantity\":NaN}",
                "{\"line_id\":\"\\ud83d\\x\"}"
            })
    void refusesMalformedJsonWithoutQuotingIt(String json) {
        assertThatThrownBy(() -> line(json))
                .isInstanceOf(ModelException.class)
                .hasNoCause()
                .message()
                .doesNotContain("secret");
    }

    @Test
    void refusesASecondRecord() {
        assertThatThrownBy(() -> line(LINE + LINE)).hasMessage("there is more JSON after the record");
    }

    @Test
    void refusesMalformedUtf8() {
        byte[] json = LINE.getBytes(UTF_8);
        json[LINE.indexOf("\"1\"") + 1] = (byte) 0xFF;

        assertThatThrownBy(() -> JsonForm.read(json, OrderLine.class))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("malformed JSON at ");
    }

    @Test
    void refusesNestingWithoutEnd() {
        assertThatThrownBy(() -> line("{\"new\":" + "[".repeat(100_000)))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("malformed JSON");
    }

    @Provide
    Arbitrary<SpecificRecord> records() {
        return RandomRecords.ofAnyEntity();
    }

    /** Whatever happened to the bytes on their way: a record or a ModelException, nothing else. */
    @Property(tries = 2_000)
    void survivesDamagedBytes(
            @ForAll("records") SpecificRecord record,
            @ForAll @IntRange(max = 1_000_000) int place,
            @ForAll byte damage,
            @ForAll @IntRange(max = 2) int kind) {
        byte[] json = JsonForm.write(record);
        int at = place % json.length;
        byte[] damaged =
                switch (kind) {
                    case 0 -> Arrays.copyOf(json, at);
                    case 1 -> without(json, at);
                    default -> json;
                };
        if (kind == 2) {
            damaged[at] = damage;
        }

        try {
            assertThat((Object) JsonForm.read(damaged, record.getClass())).isInstanceOf(record.getClass());
        } catch (ModelException expected) {
            assertThat(expected).hasMessageNotContaining("Exception");
        }
    }

    private static byte[] without(byte[] bytes, int at) {
        byte[] fewer = Arrays.copyOf(bytes, bytes.length - 1);
        System.arraycopy(bytes, at + 1, fewer, at, fewer.length - at);
        return fewer;
    }

    private static OrderLine line(String json) {
        return JsonForm.read(json.getBytes(UTF_8), OrderLine.class);
    }
}
