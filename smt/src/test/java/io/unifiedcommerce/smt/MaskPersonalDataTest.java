package io.unifiedcommerce.smt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class MaskPersonalDataTest {
    private static final Schema IDENTIFIER = SchemaBuilder.struct()
            .field("type", Schema.STRING_SCHEMA)
            .field("value_raw", Schema.OPTIONAL_STRING_SCHEMA)
            .field("value_normalised", Schema.STRING_SCHEMA)
            .build();
    private static final Schema CUSTOMER = SchemaBuilder.struct()
            .field("first_name", Schema.OPTIONAL_STRING_SCHEMA)
            .field("identifiers", SchemaBuilder.array(IDENTIFIER).build())
            .build();

    @Test
    void dropsAndHashesThroughListsAndLeavesTheRestAlone() {
        Struct customer = customer("ines@example.org");
        SourceRecord masked = transform(Map.of(
                        "drop.fields", "first_name,identifiers.value_raw",
                        "hash.fields", "identifiers.value_normalised",
                        "hash.salt", "pepper"))
                .apply(Records.of("t", CUSTOMER, customer));

        Struct value = (Struct) masked.value();
        Struct identifier = value.<Struct>getArray("identifiers").get(0);
        assertThat(value.get("first_name")).isNull();
        assertThat(identifier.get("value_raw")).isNull();
        assertThat(identifier.getString("value_normalised")).matches("[0-9a-f]{64}");
        assertThat(identifier.getString("type")).isEqualTo("EMAIL");
        assertThat(customer.getString("first_name"))
                .as("the record given is not changed")
                .isEqualTo("Ines");
    }

    @Test
    void hashesEqualValuesEquallyAndDifferentlyUnderAnotherSalt() {
        assertThat(hash("ines@example.org", "pepper")).isEqualTo(hash("ines@example.org", "pepper"));
        assertThat(hash("ines@example.org", "pepper")).isNotEqualTo(hash("ines@example.org", "salt"));
        assertThat(hash("ines@example.org", "pepper")).isNotEqualTo(hash("ana@example.org", "pepper"));
    }

    @Test
    void masksMapsToo() {
        SourceRecord masked = transform(Map.of("drop.fields", "buyer.email"))
                .apply(Records.of("t", null, Map.of("buyer", Map.of("email", "a@b.example", "id", 1))));

        assertThat(((Map<?, ?>) ((Map<?, ?>) masked.value()).get("buyer")).get("email"))
                .isNull();
        assertThat(masked.value().toString()).contains("id=1");
    }

    @Test
    void passesRecordsThatHaveNoSuchField() {
        SourceRecord record = Records.of("t", Schema.STRING_SCHEMA, "text");

        assertThat(transform(Map.of("drop.fields", "buyer.email")).apply(record))
                .isSameAs(record);
    }

    @Test
    void asksForASaltWhenItHashes() {
        assertThatThrownBy(() -> transform(Map.of("hash.fields", "email")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("hash.salt");
    }

    private static Object hash(String email, String salt) {
        SourceRecord masked = transform(Map.of("hash.fields", "identifiers.value_normalised", "hash.salt", salt))
                .apply(Records.of("t", CUSTOMER, customer(email)));
        return ((Struct) masked.value()).<Struct>getArray("identifiers").get(0).get("value_normalised");
    }

    private static Struct customer(String email) {
        Struct identifier = new Struct(IDENTIFIER)
                .put("type", "EMAIL")
                .put("value_raw", email)
                .put("value_normalised", email);
        return new Struct(CUSTOMER).put("first_name", "Ines").put("identifiers", List.of(identifier));
    }

    private static MaskPersonalData<SourceRecord> transform(Map<String, String> config) {
        MaskPersonalData<SourceRecord> transform = new MaskPersonalData<>();
        transform.configure(config);
        return transform;
    }
}
