package io.unifiedcommerce.channel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;

class PathTest {
    private static final Map<String, Object> ORDER = Map.of(
            "customer", Map.of("emails", List.of("a@b.example")), "lines", List.of(Map.of("sku", "A"), Map.of()));

    @Test
    void readsMapsListsAndStructsAlike() {
        Schema schema =
                SchemaBuilder.struct().field("sku", Schema.STRING_SCHEMA).build();
        Struct struct = new Struct(schema).put("sku", "A");

        assertThat(Path.parse("customer.emails[0]").get(ORDER)).isEqualTo("a@b.example");
        assertThat(Path.parse("lines[0].sku").get(ORDER)).isEqualTo("A");
        assertThat(Path.parse("line.sku").get(Map.of("line", struct))).isEqualTo("A");
        assertThat(Path.parse("$").get(ORDER)).isSameAs(ORDER);
    }

    @Test
    void givesNullForWhatIsNotThere() {
        assertThat(Path.parse("lines[1].sku").get(ORDER)).isNull();
        assertThat(Path.parse("lines[7].sku").get(ORDER)).isNull();
        assertThat(Path.parse("customer.name.first").get(ORDER)).isNull();
    }

    @Test
    void takesASingleValueAsAListOfOne() {
        assertThat(Path.parse("customer").list(ORDER)).hasSize(1);
        assertThat(Path.parse("lines").list(ORDER)).hasSize(2);
        assertThat(Path.parse("missing").list(ORDER)).isEmpty();
    }

    @Test
    void refusesWhatIsNoPath() {
        assertThatThrownBy(() -> Path.parse("a..b")).hasMessageContaining("not a path: 'a..b'");
        assertThatThrownBy(() -> Path.parse("a[x]")).hasMessageContaining("not a path");
    }

    @Test
    void fingerprintDependsOnContentNotOnOrderOfKeysOrScale() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("a", new BigDecimal("1.50"));
        one.put("b", List.of("x"));
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("b", List.of("x"));
        other.put("a", new BigDecimal("1.5"));

        assertThat(Fingerprint.of(one)).isEqualTo(Fingerprint.of(other)).hasSize(32);
        other.put("b", List.of("x", "y"));
        assertThat(Fingerprint.of(one)).isNotEqualTo(Fingerprint.of(other));
        assertThat(Fingerprint.of(Map.of("a", "1"))).isNotEqualTo(Fingerprint.of(Map.of("a", 1)));
    }
}
