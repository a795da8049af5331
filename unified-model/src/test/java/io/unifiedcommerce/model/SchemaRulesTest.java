package io.unifiedcommerce.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules at the head of commerce.avdl. */
class SchemaRulesTest {

    private final List<Schema> records = records();
    private final List<Schema.Field> fields =
            records.stream().flatMap(schema -> schema.getFields().stream()).toList();

    @ParameterizedTest
    @EnumSource
    void entityBeginsWithTheEnvelopeAndHasAVersion(Entity entity) {
        assertThat(entity.avroSchema().getFields().get(0).name()).isEqualTo("envelope");
        assertThat(entity.avroSchema().getFields().get(0).schema()).isEqualTo(Envelope.getClassSchema());
        assertThat(entity.schemaVersion()).matches("commerce/[a-z_]+/1-\\d+");
    }

    @Test
    void everyGeneratedRecordIsPartOfAnEntity() {
        assertThat(records).hasSize(GeneratedTypes.count());
    }

    @Test
    void recordsAreDocumented() {
        assertThat(records).allSatisfy(schema -> assertThat(schema.getDoc()).endsWith("."));
    }

    @Test
    void fieldsAreNamedAndDocumented() {
        assertThat(fields).allSatisfy(field -> {
            assertThat(field.name()).matches("[a-z][a-z0-9]*(_[a-z0-9]+)*");
            assertThat(field.doc()).endsWith(".");
        });
    }

    @Test
    void instantsNameTheirClock() {
        assertThat(fields)
                .filteredOn(field -> type(field).kind() == FieldType.Kind.INSTANT)
                .isNotEmpty()
                .allSatisfy(field -> assertThat(field.doc()).contains("Clock of "));
    }

    @Test
    void optionalFieldsAreNullByDefault() {
        assertThat(fields)
                .filteredOn(field -> type(field).optional())
                .isNotEmpty()
                .allSatisfy(field -> assertThat(field.defaultVal()).isEqualTo(JsonProperties.NULL_VALUE));
    }

    @Test
    void collectionsAreEmptyByDefault() {
        assertThat(fields)
                .filteredOn(field -> field.schema().getType() == Schema.Type.ARRAY)
                .isNotEmpty()
                .allSatisfy(field -> assertThat(field.defaultVal()).isEqualTo(List.of()));
        assertThat(fields)
                .filteredOn(field -> field.schema().getType() == Schema.Type.MAP)
                .isNotEmpty()
                .allSatisfy(field -> assertThat(field.defaultVal()).isEqualTo(Map.of()));
    }

    /** An optional collection would have two ways to say that there is nothing. */
    @Test
    void collectionsAreNeverNull() {
        assertThat(fields)
                .filteredOn(field -> type(field).optional())
                .extracting(field -> type(field).kind())
                .doesNotContain(FieldType.Kind.ARRAY, FieldType.Kind.MAP);
    }

    @Test
    void closedListsOfValuesEndWithUnknown() {
        assertThat(fields)
                .filteredOn(field -> field.getObjectProp("values") != null)
                .isNotEmpty()
                .allSatisfy(field -> {
                    List<?> values = (List<?>) field.getObjectProp("values");
                    assertThat(type(field).kind()).isEqualTo(FieldType.Kind.STRING);
                    assertThat(values).doesNotHaveDuplicates().last().isEqualTo("UNKNOWN");
                    if (field.defaultVal() instanceof String preset) {
                        assertThat(values.contains(preset)).isTrue();
                    }
                });
    }

    /** Every record of the model: the entities and what they are made of. */
    private static List<Schema> records() {
        Map<String, Schema> found = new LinkedHashMap<>();
        Stream.of(Entity.values()).forEach(entity -> collect(entity.avroSchema(), found));
        return List.copyOf(found.values());
    }

    private static FieldType type(Schema.Field field) {
        return FieldType.of(field.schema());
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (found.putIfAbsent(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, found));
            case ARRAY -> collect(schema.getElementType(), found);
            case MAP -> collect(schema.getValueType(), found);
            default -> {}
        }
    }
}
