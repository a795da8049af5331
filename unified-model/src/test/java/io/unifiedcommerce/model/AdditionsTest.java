package io.unifiedcommerce.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdditionsTest {

    private static final String OLD = """
            {"name": "a", "type": "string", "values": ["X", "UNKNOWN"]},
            {"name": "b", "type": ["null", "long"], "default": null},
            {"name": "c", "type": {"type": "array", "items": {"type": "record", "name": "Inner", "fields": [
              {"name": "d", "type": {"type": "long", "logicalType": "timestamp-millis"}}
            ]}}, "default": []}""";

    @Test
    void allowsFieldsWithDefaultAndNewValues() {
        String now = OLD.replace("\"X\"", "\"X\", \"Y\"") + ", {\"name\": \"e\", \"type\": \"long\", \"default\": 0}";

        assertThat(Additions.violations(schema(OLD), schema(now))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"name\": \"a\"; \"name\": \"z\"; R.a was removed or renamed",
                "\"type\": \"string\"; \"type\": \"bytes\"; R.a was string and is bytes",
                "\"X\"; \"Y\"; 'R.a had the values [X, UNKNOWN] and has [Y, UNKNOWN]'",
                "[\"null\", \"long\"]; [\"null\", \"int\"]; 'R.b was union[null, long] and is union[null, int]'",
                "[\"null\", \"long\"]; [\"null\", \"long\", \"int\"]; 'R.b was union[null, long] and is union[null, long, int]'",
                "timestamp-millis; timestamp-micros; R.c[].d was timestamp-millis in long and is timestamp-micros in long",
                "\"Inner\"; \"Other\"; R.c[] was Inner and is Other"
            })
    void findsEverythingElse(String part, String changed, String violation) {
        assertThat(Additions.violations(schema(OLD), schema(OLD.replace(part, changed))))
                .contains(violation);
    }

    @Test
    void findsAFieldThatOldReadersOfNewRecordsWouldMiss() {
        assertThat(Additions.violations(schema(OLD), schema(OLD + ", {\"name\": \"e\", \"type\": \"long\"}")))
                .containsExactly("R.e was added without a default");
    }

    private static Schema schema(String fields) {
        return new Schema.Parser().parse("{\"type\": \"record\", \"name\": \"R\", \"fields\": [" + fields + "]}");
    }
}
